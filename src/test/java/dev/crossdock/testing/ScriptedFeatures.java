package dev.crossdock.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The sane answer to FEAT.
final class ScriptedFeatures {

    private ScriptedFeatures() {}

    static String reply(Setup setup) {
        return "211-Features:\n" + String.join("\n", lines(setup)) + "\n211 End";
    }

    private static List<String> lines(Setup setup) {
        var lines = new ArrayList<String>();
        if (setup.tls().isEncrypted()) {
            lines.add(listsProxy(setup) ? " AUTH TLS +proxy" : " AUTH TLS");
            lines.addAll(List.of(" PBSZ", " PROT"));
        }
        setup.skills().listed().stream().sorted().forEach(skill -> lines.addAll(skill.features()));
        lines.add(" TVFS");
        if (setup.charset().equals(StandardCharsets.UTF_8)) {
            lines.add(" UTF8");
        }
        return lines;
    }

    private static boolean listsProxy(Setup setup) {
        return setup.proxy().isAdvertised() && !setup.can(Skill.SECRET_PROXY);
    }
}
