package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What speaks against a certificate, to be shown with it when the user is asked.
///
/// It does not decide: an accepted certificate stays accepted when it runs out.
public sealed interface CertificateDoubt {

    /// No root of this computer leads to it, or it is for another host.
    record NotVouchedFor() implements CertificateDoubt {}

    /// It was made for other hosts.
    record OtherHost(String host, List<String> names) implements CertificateDoubt {
        public OtherHost {
            names = List.copyOf(names);
        }
    }

    record Expired(Instant when) implements CertificateDoubt {}

    record NotYetValid(Instant from) implements CertificateDoubt {}

    /// All that is wrong with it, seen at this time.
    static List<CertificateDoubt> of(Server server, Certificate certificate, Instant now) {
        var doubts = new ArrayList<CertificateDoubt>();
        if (!certificate.trustedByRoots()) {
            doubts.add(new NotVouchedFor());
        }
        if (certificate.names().stream().noneMatch(name -> covers(name, server.host()))) {
            doubts.add(new OtherHost(server.host(), certificate.names()));
        }
        if (now.isAfter(certificate.notAfter())) {
            doubts.add(new Expired(certificate.notAfter()));
        }
        if (now.isBefore(certificate.notBefore())) {
            doubts.add(new NotYetValid(certificate.notBefore()));
        }
        return doubts;
    }

    /// One sentence for a person.
    default String words() {
        return switch (this) {
            case NotVouchedFor _ -> "No authority that this computer trusts vouches for it.";
            case OtherHost(String host, List<String> names) when names.isEmpty() ->
                    "It does not say that it is for " + host + ".";
            case OtherHost(String host, List<String> names) ->
                    "It is not for " + host + " but for " + String.join(", ", names) + ".";
            case Expired(Instant when) -> "It ran out on " + day(when) + ".";
            case NotYetValid(Instant from) -> "It is not valid before " + day(from) + ".";
        };
    }

    /// `2026-11-22`, in UTC as certificates are.
    static String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(instant);
    }

    /// As RFC 6125 has it: a star stands for one whole label.
    private static boolean covers(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return dot > 0 && pattern.substring(1).equals(wanted.substring(dot));
    }
}
