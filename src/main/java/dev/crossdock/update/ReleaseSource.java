package dev.crossdock.update;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Reads the list and its signature, over TLS all the way and within bounds.
final class ReleaseSource {

    static final int MOST_BYTES = 256 << 10;
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int OK = 200;

    private final Supplier<HttpClient.Builder> clients;
    private final Duration longest;

    /// @param clients for each time a new one, so that nothing is carried from one to the next
    /// @param longest for both files together
    ReleaseSource(Supplier<HttpClient.Builder> clients, Duration longest) {
        this.clients = clients;
        this.longest = longest;
    }

    private static final class RefusedException extends IOException {
        RefusedException(String why) {
            super(why);
        }
    }

    Fetched fetch(ReleasePlace place) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        HttpClient client =
                clients.get()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(longest)
                        .build();
        try {
            return new Fetched.Files(
                    get(client, place.list(), place.own(), end),
                    get(client, place.signature(), place.own(), end));
        } catch (IOException failed) {
            return new Fetched.Failed(words(failed));
        } finally {
            client.shutdownNow();
        }
    }

    private byte[] get(HttpClient client, URI address, Version own, long end)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).header("User-Agent", "Crossdock/" + own);
        var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
        var answer = client.sendAsync(request.build(), body);
        try {
            return content(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException silent) {
            throw new HttpTimeoutException("no answer");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] content(HttpResponse<byte[]> answer) throws RefusedException {
        int status = answer.statusCode();
        // A redirect that leads to another https address was followed.
        if (status / 100 == 3 || !HttpsAddress.is(answer.uri())) {
            throw new RefusedException("it leads on to an address without TLS");
        }
        if (status != OK) {
            throw new RefusedException("it answered with the status " + status);
        }
        return answer.body();
    }

    private String words(IOException failed) {
        if (causes(failed, CertificateException.class)) {
            return "its certificate is not one that this computer trusts";
        }
        return switch (failed) {
            case RefusedException refused -> String.valueOf(refused.getMessage());
            case HttpTimeoutException _ ->
                    "it did not answer whole within %d s".formatted(longest.toSeconds());
            case ConnectException _ -> "it cannot be reached";
            default ->
                    "its answer broke off or was larger than %d KB (%s)"
                            .formatted(MOST_BYTES >> 10, message(failed));
        };
    }

    private static String message(IOException failed) {
        return Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
    }

    private static boolean causes(Throwable failed, Class<? extends Throwable> kind) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
