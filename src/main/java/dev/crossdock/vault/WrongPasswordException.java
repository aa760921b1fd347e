package dev.crossdock.vault;

/// The vault does not open with this master password.
public final class WrongPasswordException extends Exception {

    private static final long serialVersionUID = 1L;

    WrongPasswordException() {
        super("That is not the master password of the vault.");
    }
}
