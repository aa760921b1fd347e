package dev.crossdock.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What one server has and the next has not.
public enum Skill {
    MLSD(" MLST type*;size*;modify*;UNIX.mode*;"),
    EPSV(" EPRT\n EPSV"),
    SIZE(" SIZE\n MDTM"),
    MFMT(" MFMT"),
    REST(" REST STREAM"),
    SSCN(" SSCN"),
    CCSN(" CCSN"),
    CPSV(" CPSV"),
    PRET(" PRET"),
    HASH(" HASH SHA-256*;SHA-1;MD5;CRC32"),
    XSHA512(" XSHA512"),
    XSHA256(" XSHA256"),
    XSHA1(" XSHA1"),
    XMD5(" XMD5"),
    XCRC(" XCRC"),
    /// The command of this name, which answers 251.
    MD5(" MD5"),

    /// Takes `A` and `a` for one file, as servers on Windows do.
    CASE_BLIND,
    /// Tells no size but the one from before the upload, until the upload is over.
    STALE_SIZES,
    /// Asks for a certificate on TLS and does without.
    ASKS_FOR_CERTIFICATE,
    /// Lets nobody in on TLS who does not show a certificate, whichever it is.
    DEMANDS_CERTIFICATE,
    /// The same, and none is good enough.
    REFUSES_CERTIFICATES,
    /// Says 150 once the data connection is there; usually it does so at once.
    LATE_150,
    /// Says 150 once TLS is on the data connection, or at once where none is wanted.
    TLS_THEN_150,
    /// Refuses a passive command that no PRET came before; goes with PRET.
    DEMANDS_PRET,
    /// Refuses protected data connections that do not resume the control connection's session.
    DEMANDS_REUSE,
    /// Refuses data connections under TLS 1.3 on which it is TLS server.
    REFUSES_TLS13_DATA,
    /// The same for uploads alone, as a server that sends no tickets on them.
    REFUSES_TLS13_UPLOADS,
    /// Refuses PORT and EPRT to another address than the client's.
    REFUSES_FOREIGN_PORT,
    /// Refuses a data connection that comes from another address than the client's.
    REFUSES_FOREIGN_PEER,
    /// Refuses PORT and EPRT to a port below 1024.
    REFUSES_LOW_PORT,
    /// Agrees to SSCN, CCSN and CPSV and stays TLS server.
    FALSE_SSCN,
    /// Lists `+proxy`, where the setup has it, and stays TLS server.
    FALSE_PROXY,
    /// Is TLS client by `+proxy`, where the setup has it, and does not list it.
    SECRET_PROXY;

    private final String features;

    Skill() {
        this("");
    }

    Skill(String features) {
        this.features = features;
    }

    /// The lines of FEAT that tell of it.
    List<String> features() {
        return features.lines().toList();
    }

    /// The one that a command belongs to.
    static Optional<Skill> behind(String verb) {
        String name =
                switch (verb) {
                    case "EPRT" -> "EPSV";
                    case "MDTM" -> "SIZE";
                    case "MLST" -> "MLSD";
                    default -> verb;
                };
        return Arrays.stream(values())
                .filter(skill -> skill.name().equals(name) && !skill.features.isEmpty())
                .findFirst();
    }
}
