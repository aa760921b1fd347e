package dev.crossdock.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// The sane answers to commands that prepare a data connection: PRET, PASV, PORT and their kin.
final class ScriptedAddresses {

    private static final int LOW_PORTS = 1024;

    private final Setup setup;
    private final ScriptedData data;
    private boolean announced;

    ScriptedAddresses(Setup setup, ScriptedData data) {
        this.setup = setup;
        this.data = data;
    }

    String announce() {
        announced = true;
        return "200 Ready to proceed.";
    }

    String passive(String verb) throws IOException {
        if (setup.can(Skill.DEMANDS_PRET) && !announced) {
            return "500 You need to use a client supporting PRET (PRE Transfer) to use " + verb;
        }
        announced = false;
        int port = data.listen(verb.equals("CPSV"));
        if (verb.equals("EPSV")) {
            return "229 Entering Extended Passive Mode (|||" + port + "|)";
        }
        String host = setup.address().getHostAddress().replace('.', ',');
        return "227 Entering Passive Mode (" + host + "," + port / 256 + "," + port % 256 + ").";
    }

    String port(String argument) {
        String[] numbers = argument.split(",");
        if (numbers.length != 6) {
            return "501 Six numbers.";
        }
        String host = String.join(".", List.of(numbers).subList(0, 4));
        int port = Integer.parseInt(numbers[4]) * 256 + Integer.parseInt(numbers[5]);
        return active("PORT", InetAddress.ofLiteral(host), port);
    }

    String extendedPort(String argument) {
        List<String> parts = List.of(argument.split("\\|"));
        if (parts.size() != 4) {
            return "501 Three fields.";
        }
        var address = InetAddress.ofLiteral(parts.get(2));
        return active("EPRT", address, Integer.parseInt(parts.get(3)));
    }

    private String active(String verb, InetAddress address, int port) {
        boolean foreign = setup.can(Skill.REFUSES_FOREIGN_PORT) && data.isForeign(address);
        boolean low = setup.can(Skill.REFUSES_LOW_PORT) && port < LOW_PORTS;
        if (foreign || low) {
            return "500 Illegal " + verb + " command";
        }
        data.connectTo(new InetSocketAddress(address, port));
        return "200 " + verb + " it is.";
    }
}
