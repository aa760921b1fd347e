package dev.crossdock.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.concurrent.CountDownLatch;

/// Gives the arguments back, unless the command says how to misbehave.
final class Echo implements InstanceServer.Handler {

    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public JsonNode handle(String command, ObjectNode arguments)
            throws InstanceException, InterruptedException {
        return switch (command) {
            case "wait" -> forEver();
            case "fault" -> throw new IllegalStateException("on purpose");
            case "large" -> TextNode.valueOf("x".repeat(1 << 20));
            case "refuse" ->
                    throw new InstanceException(InstanceException.Kind.USAGE, "No such job: 7.");
            default -> arguments;
        };
    }

    private JsonNode forEver() throws InterruptedException {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts down");
        } catch (InterruptedException interrupt) {
            interrupted.countDown();
            throw interrupt;
        }
    }
}
