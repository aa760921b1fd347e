package dev.crossdock.model;

/// What a server can tell in FEAT that Crossdock makes use of.
public enum Capability {
    /// TLS client by itself on an active data connection to a third party.
    PROXY("+proxy"),
    AUTH_TLS("AUTH TLS"),
    SSCN("SSCN"),
    CPSV("CPSV"),
    CCSN("CCSN"),
    PRET("PRET"),
    MLST("MLST"),
    SIZE("SIZE"),
    MDTM("MDTM"),
    MFMT("MFMT"),
    REST_STREAM("REST STREAM"),
    UTF8("UTF8"),
    EPSV("EPSV"),
    EPRT("EPRT"),
    TVFS("TVFS"),
    HASH("HASH"),
    XSHA512("XSHA512"),
    XSHA256("XSHA256"),
    XSHA1("XSHA1"),
    XMD5("XMD5"),
    MD5("MD5"),
    XCRC("XCRC");

    private final String label;

    Capability(String label) {
        this.label = label;
    }

    /// As it stands in FEAT, and on the badge.
    public String label() {
        return label;
    }
}
