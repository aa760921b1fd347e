package dev.crossdock.cli;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.TlsFacts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `probe` found, for people. Pure.
final class ProbeText {

    private ProbeText() {}

    static List<String> lines(ProbeReport report, ZoneId zone) {
        var lines = new ArrayList<String>();
        server(lines, report.first(), report.firstFacts());
        lines.add("");
        server(lines, report.second(), report.secondFacts());
        String first = report.firstFacts().server().name();
        String second = report.secondFacts().server().name();
        lines.add("");
        lines.addAll(new LadderText(first, second, zone).lines(report.forward()));
        lines.add("");
        lines.addAll(new LadderText(second, first, zone).lines(report.backward()));
        return lines.stream().map(line -> PlainText.name(line).stripTrailing()).toList();
    }

    private static void server(List<String> lines, String place, ServerFacts facts) {
        lines.add(place);
        lines.add("  login folder   " + facts.home());
        if (facts.product() != ServerProduct.UNKNOWN) {
            lines.add("  looks like     " + facts.product().label());
        }
        facts.tls()
                .ifPresentOrElse(
                        tls -> tls(lines, tls),
                        () -> lines.add("  control        NOT ENCRYPTED, as the place says"));
        Capabilities capabilities = facts.capabilities();
        for (Capability capability : Capability.values()) {
            Evidence evidence = Evidence.of(capabilities, capability);
            String line = capabilities.line(capability).map(String::strip).orElse("");
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-14s %-12s %s",
                            capability.label(),
                            evidence.word(),
                            line));
        }
        for (String line : capabilities.unknown()) {
            lines.add("  other          " + line.strip());
        }
    }

    private static void tls(List<String> lines, TlsFacts tls) {
        lines.add("  control        " + tls.protocol() + ", " + tls.cipherSuite());
        lines.add("  certificate    " + tls.certificate().subject());
        lines.add("  SHA-256        " + tls.certificate().fingerprint());
    }
}
