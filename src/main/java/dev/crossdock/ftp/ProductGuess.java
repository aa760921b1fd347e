package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.ServerProduct;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Recognises a server's program by what it says of itself, or else by its FEAT. Pure.
///
/// A greeting is whatever the owner wrote, often nothing telling and at times another program's
/// name. So the signs that nobody else gives come first, then the greeting, then what merely looks
/// alike.
final class ProductGuess {

    private static final Map<String, ServerProduct> SYSTEMS =
            Map.of(
                    "apache ftpserver", ServerProduct.APACHE_FTPSERVER,
                    "emulated by filezilla", ServerProduct.FILEZILLA_SERVER);

    /// More telling names first: an owner may name a second program in the greeting.
    private static final List<Map.Entry<String, ServerProduct>> GREETINGS =
            List.of(
                    Map.entry("pure-ftpd", ServerProduct.PURE_FTPD),
                    Map.entry("glftpd", ServerProduct.GLFTPD),
                    Map.entry("drftpd", ServerProduct.DRFTPD),
                    Map.entry("lundftpd", ServerProduct.LUNDFTPD),
                    Map.entry("pyftpdlib", ServerProduct.PYFTPDLIB),
                    Map.entry("filezilla server", ServerProduct.FILEZILLA_SERVER),
                    Map.entry("microsoft ftp service", ServerProduct.IIS),
                    Map.entry("serv-u", ServerProduct.SERV_U),
                    Map.entry("apache ftpserver", ServerProduct.APACHE_FTPSERVER),
                    Map.entry("proftpd", ServerProduct.PROFTPD),
                    Map.entry("vsftpd", ServerProduct.VSFTPD));

    private static final List<Map.Entry<ServerProduct, Predicate<Capabilities>>> LOOKS =
            List.of(
                    Map.entry(ServerProduct.LUNDFTPD, feat -> feat.has(Capability.CCSN)),
                    Map.entry(ServerProduct.SERV_U, ProductGuess::looksLikeServU),
                    Map.entry(ServerProduct.GLFTPD, ProductGuess::looksLikeGlftpd),
                    Map.entry(ServerProduct.PROFTPD, ProductGuess::looksLikeProftpd),
                    Map.entry(ServerProduct.PYFTPDLIB, ProductGuess::looksLikePyftpdlib),
                    Map.entry(ServerProduct.VSFTPD, ProductGuess::looksLikeVsftpd));

    private ProductGuess() {}

    /// @param greeting the text of the 220
    /// @param system the text of the answer to SYST, empty if there was none
    static ServerProduct guess(String greeting, String system, Capabilities feat) {
        return bySystem(system.toLowerCase(Locale.ROOT))
                .or(() -> byOwnCommands(feat))
                .or(() -> byGreeting(greeting.toLowerCase(Locale.ROOT)))
                .or(() -> byLanguages(system, feat))
                .or(() -> byLooks(feat))
                .orElse(ServerProduct.UNKNOWN);
    }

    private static Optional<ServerProduct> bySystem(String system) {
        return SYSTEMS.entrySet().stream()
                .filter(entry -> system.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Only DrFTPD and Pure-FTPd have PRET, and DrFTPD likes to greet under other names.
    private static Optional<ServerProduct> byOwnCommands(Capabilities feat) {
        if (says(feat, "ESTA") && says(feat, "ESTP")) {
            return Optional.of(ServerProduct.PURE_FTPD);
        }
        return feat.has(Capability.PRET) ? Optional.of(ServerProduct.DRFTPD) : Optional.empty();
    }

    private static Optional<ServerProduct> byGreeting(String greeting) {
        return GREETINGS.stream()
                .filter(entry -> greeting.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<ServerProduct> byLanguages(String system, Capabilities feat) {
        return system.startsWith("Windows_NT") && says(feat, "LANG EN*")
                ? Optional.of(ServerProduct.IIS)
                : Optional.empty();
    }

    private static Optional<ServerProduct> byLooks(Capabilities feat) {
        return LOOKS.stream()
                .filter(entry -> entry.getValue().test(feat))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean looksLikeServU(Capabilities feat) {
        return says(feat, "DSIZ") && says(feat, "AVBL");
    }

    private static boolean looksLikeGlftpd(Capabilities feat) {
        return feat.has(Capability.CPSV)
                && feat.has(Capability.SSCN)
                && !feat.has(Capability.MLST)
                && says(feat, "SYST");
    }

    /// Imitators copy its MLST line; the MFF line is its own.
    private static boolean looksLikeProftpd(Capabilities feat) {
        return begins(feat.mlstFacts(), "modify", "perm", "size", "type", "unique")
                && feat.unknown().stream().anyMatch(line -> line.startsWith("MFF modify;UNIX."));
    }

    private static boolean looksLikePyftpdlib(Capabilities feat) {
        return begins(feat.mlstFacts(), "type", "perm", "size", "modify", "unique", "unix.mode");
    }

    /// It lists PASV, and nothing younger than RFC 2428 and TVFS.
    private static boolean looksLikeVsftpd(Capabilities feat) {
        Set<Capability> all =
                EnumSet.of(
                        Capability.AUTH_TLS,
                        Capability.EPRT,
                        Capability.EPSV,
                        Capability.MDTM,
                        Capability.REST_STREAM,
                        Capability.SIZE,
                        Capability.TVFS,
                        Capability.UTF8);
        return all.containsAll(feat.lines().keySet())
                && feat.has(Capability.MDTM)
                && feat.has(Capability.REST_STREAM)
                && feat.has(Capability.SIZE)
                && feat.has(Capability.TVFS)
                && says(feat, "PASV")
                && List.of("AUTH SSL", "PASV", "PBSZ", "PROT").containsAll(feat.unknown());
    }

    private static boolean begins(List<String> facts, String... first) {
        return facts.size() >= first.length
                && facts.subList(0, first.length).equals(List.of(first));
    }

    private static boolean says(Capabilities feat, String line) {
        return feat.unknown().contains(line);
    }
}
