package dev.crossdock.exchange;

import dev.crossdock.model.Logon;

import java.util.Optional;

/// How a site of FileZilla logs on, and its password in each of the forms it may have.
final class FileZillaLogon {

    static final int ANONYMOUS = 0;
    static final int NORMAL = 1;
    static final int ASK = 2;
    static final int ACCOUNT = 4;

    private final Keyring keyring;

    FileZillaLogon(Keyring keyring) {
        this.keyring = keyring;
    }

    void read(Element server, int kind, Draft draft) throws InterruptedException {
        switch (kind) {
            case ANONYMOUS -> draft.logon(Logon.Kind.ANONYMOUS);
            case NORMAL -> password(server, draft);
            case ASK -> draft.logon(Logon.Kind.ASK);
            case ACCOUNT -> {
                draft.account(server.text("Account"));
                password(server, draft);
            }
            default -> draft.asks("It logs on in a way that FTP does not have.");
        }
    }

    private void password(Element server, Draft draft) throws InterruptedException {
        Optional<Element> pass = server.child("Pass");
        if (pass.isEmpty() || pass.get().text().isEmpty()) {
            return;
        }
        String text = pass.get().text();
        String encoding = pass.get().attribute("encoding").orElse("");
        switch (encoding) {
            case "" -> draft.password(text.toCharArray());
            case "base64" ->
                    Keyring.base64(text)
                            .flatMap(bytes -> Secrets.utf8(bytes, 0, bytes.length))
                            .ifPresentOrElse(
                                    draft::password,
                                    () -> draft.asks("Its password is damaged in the file."));
            case "crypt" -> {
                if (keyring.isWanted()) {
                    keyring.open(pass.get().attribute("pubkey").orElse(""), text)
                            .ifPresentOrElse(
                                    draft::password,
                                    () ->
                                            draft.asks(
                                                    "Its password could not be decrypted with a"
                                                            + " master password."));
                }
            }
            default -> draft.asks("Its password is kept in a way that is not known here.");
        }
    }
}
