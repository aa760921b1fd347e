package dev.crossdock.ui.pane;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One thing that a server can or cannot do, as the badge row shows it.
///
/// @param explanation what it means for a transfer, and the FEAT line it came from
record Badge(String label, Look look, String explanation) {

    enum Look {
        /// Makes the best route possible.
        PROMINENT,
        PRESENT,
        ABSENT,
        /// Something the user should not overlook.
        ALARMING
    }

    private static final List<Capability> SHOWN =
            List.of(
                    Capability.PROXY,
                    Capability.SSCN,
                    Capability.CPSV,
                    Capability.CCSN,
                    Capability.PRET,
                    Capability.MLST);

    private static final List<Capability> HASHES =
            List.of(
                    Capability.HASH,
                    Capability.XSHA512,
                    Capability.XSHA256,
                    Capability.XSHA1,
                    Capability.XMD5,
                    Capability.MD5,
                    Capability.XCRC);

    /// The badges of a server, in the order of what matters for FXP.
    static List<Badge> of(ServerFacts facts) {
        if (facts.server().isLocal()) {
            return List.of(
                    new Badge(
                            Strings.text("badge.local.label"),
                            Look.PRESENT,
                            Strings.text("badge.local")));
        }
        Capabilities can = facts.capabilities();
        var badges = new ArrayList<Badge>();
        for (Capability capability : SHOWN) {
            badges.add(one(can, capability));
        }
        badges.add(hashes(can));
        badges.add(one(can, Capability.UTF8));
        badges.add(tls(facts));
        return badges;
    }

    private static Badge one(Capabilities can, Capability capability) {
        Look present = capability == Capability.PROXY ? Look.PROMINENT : Look.PRESENT;
        String source =
                can.line(capability)
                        .map(line -> Strings.text("badge.line", VisibleText.of(line.strip())))
                        .orElse(Strings.text("badge.noLine"));
        return new Badge(
                capability.label(),
                can.has(capability) ? present : Look.ABSENT,
                Strings.text("badge." + capability.name()) + "\n\n" + source);
    }

    private static Badge hashes(Capabilities can) {
        List<Capability> found = HASHES.stream().filter(can::has).toList();
        String source =
                found.isEmpty()
                        ? Strings.text("badge.noLine")
                        : Strings.text("badge.line", String.join("\n", lines(can, found)));
        return new Badge(
                found.isEmpty() ? Capability.HASH.label() : found.getFirst().label(),
                found.isEmpty() ? Look.ABSENT : Look.PRESENT,
                Strings.text("badge.HASH") + "\n\n" + source);
    }

    private static List<String> lines(Capabilities can, List<Capability> found) {
        return found.stream()
                .flatMap(capability -> can.line(capability).stream())
                .flatMap(line -> Stream.of(VisibleText.of(line.strip())))
                .distinct()
                .toList();
    }

    private static Badge tls(ServerFacts facts) {
        return facts.tls()
                .map(tls ->
                        new Badge(
                                tls.protocol().replace("TLSv", "TLS "),
                                Look.PRESENT,
                                Strings.text("badge.tls", tls.protocol(), tls.cipherSuite())))
                .orElseGet(() ->
                        new Badge(
                                Strings.text("badge.clear.label"),
                                Look.ALARMING,
                                Strings.text("badge.clear")));
    }
}
