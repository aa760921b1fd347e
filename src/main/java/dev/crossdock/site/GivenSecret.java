package dev.crossdock.site;

/// What the user typed.
public final class GivenSecret {

    private final char[] secret;
    private final boolean keep;

    /// @param secret not copied; whoever asked for it wipes it
    /// @param keep the user wants it in the vault
    public GivenSecret(char[] secret, boolean keep) {
        this.secret = secret;
        this.keep = keep;
    }

    /// The array itself, to be wiped.
    public char[] secret() {
        return secret;
    }

    public boolean keep() {
        return keep;
    }
}
