package dev.crossdock.site;

import dev.crossdock.vault.Vault.Protection;

/// How the user wants a vault to be made.
public final class NewVault {

    private final Protection protection;
    private final char[] master;

    private NewVault(Protection protection, char[] master) {
        this.protection = protection;
        this.master = master;
    }

    /// @param master not copied; whoever asked for it wipes it
    public static NewVault under(char[] master) {
        return new NewVault(Protection.MASTER_PASSWORD, master);
    }

    /// Whoever reads the user's files reads the secrets.
    public static NewVault withKeyFile() {
        return new NewVault(Protection.KEY_FILE, new char[0]);
    }

    public Protection protection() {
        return protection;
    }

    /// The array itself, to be wiped.
    public char[] master() {
        return master;
    }
}
