package dev.crossdock.cli;

import dev.crossdock.browse.Browser;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;

import java.time.Instant;
import java.util.Optional;

/// One login on a [FakeServer]; asks for the password as the real one does.
final class FakeBrowser implements Browser {

    private final FakeServer fake;
    private final Server server;
    private final Passwords passwords;
    private final Prompts prompts;
    private boolean connected;

    FakeBrowser(FakeServer fake, Server server, Passwords passwords, Prompts prompts) {
        this.fake = fake;
        this.server = server;
        this.passwords = passwords;
        this.prompts = prompts;
    }

    @Override
    public ServerFacts connect() throws FailureException, InterruptedException {
        fake.onConnect.pass();
        fake.logins++;
        if (fake.logins <= fake.fullFor) {
            throw new FailureException(
                    fake.failure(
                            Failure.Remedy.RETRY_LATER,
                            fake.host + " takes no login now: 421 Too many users."));
        }
        if (fake.certificateChanged) {
            prompts.changed(
                    server,
                    fake.facts(server).tls().orElseThrow().certificate(),
                    new PinnedCertificate(
                            server.host(), server.port(), "0".repeat(64), "CN=old", Instant.EPOCH));
        }
        if (fake.atLogin != null) {
            throw new FailureException(fake.atLogin);
        }
        Optional<char[]> password = passwords.find(server.id());
        boolean again = false;
        while (true) {
            if (password.isEmpty()) {
                password =
                        prompts.secret(server, SecretKind.PASSWORD, again, true)
                                .map(GivenSecret::secret);
            }
            if (password.isEmpty()) {
                throw new FailureException(
                        Failure.of(
                                Failure.Kind.LOGIN,
                                server.name(),
                                server.name() + " refused the login of " + server.user() + ".",
                                Failure.Remedy.ASK_USER,
                                "Check user and password."));
            }
            String said = new String(password.get());
            fake.passwordsSeen.add(server.user() + "/" + said);
            if (fake.password == null || fake.password.equals(said)) {
                break;
            }
            password = Optional.empty();
            again = true;
        }
        connected = true;
        fake.loggedIn++;
        return fake.facts(server);
    }

    @Override
    public Listing list(RemotePath folder) throws FailureException {
        return fake.list(folder);
    }

    @Override
    public Optional<Entry> look(RemotePath path) throws FailureException {
        return fake.look(path);
    }

    @Override
    public void makeFolder(RemotePath folder) throws FailureException {
        fake.make(folder);
    }

    @Override
    public void rename(RemotePath from, RemotePath to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(RemotePath path, Entry.Kind kind) throws FailureException {
        fake.delete(path);
    }

    @Override
    public void chmod(RemotePath path, String mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(RemotePath file, byte[] content) throws FailureException {
        fake.write(file, content.length);
    }

    @Override
    public void close() {
        if (connected) {
            connected = false;
            fake.loggedIn--;
        }
    }
}
