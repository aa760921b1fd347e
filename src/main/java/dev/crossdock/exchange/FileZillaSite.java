package dev.crossdock.exchange;

import dev.crossdock.exchange.Finding.Changed;
import dev.crossdock.exchange.Finding.Dropped;
import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteRules;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/// Writes one site as FileZilla has it, and tells what that has no place for.
final class FileZillaSite {

    private final XmlOut out;
    private final SafePath.Unit unit;
    private final List<Finding> findings;

    FileZillaSite(XmlOut out, SafePath.Unit unit, List<Finding> findings) {
        this.out = out;
        this.unit = unit;
        this.findings = findings;
    }

    void write(Parcel parcel) throws XMLStreamException {
        Site site = parcel.site();
        Server server = site.server();
        ServerOptions options = server.options();
        out.start("Server", Map.of());
        out.element("Host", server.host());
        out.element("Port", Integer.toString(server.port()));
        out.element("Protocol", Integer.toString(protocol(server)));
        out.element("Type", "0");
        logon(parcel);
        if (!options.timeOffset().isZero()) {
            out.element("TimezoneOffset", Long.toString(options.timeOffset().toMinutes()));
        }
        out.element("PasvMode", options.data().active() ? "MODE_ACTIVE" : "MODE_DEFAULT");
        out.element("MaximumMultipleConnections", Integer.toString(parcel.connections().orElse(0)));
        charset(options.charset());
        if (!options.afterLogin().isEmpty()) {
            out.start("PostLoginCommands", Map.of());
            for (String command : options.afterLogin()) {
                out.element("Command", command);
            }
            out.end();
        }
        out.element("BypassProxy", "0");
        out.element("Name", site.name());
        notes(parcel, site.notes());
        out.element("Colour", Integer.toString(FileZillaColour.number(site.colour())));
        folders(parcel, site.start().local(), site.start().remote(), "Its folder");
        for (Bookmark bookmark : site.bookmarks()) {
            bookmark(parcel, bookmark);
        }
        out.end();
        tellWhatIsLost(parcel);
    }

    private static int protocol(Server server) {
        return switch (server.tls()) {
            case EXPLICIT -> 4;
            case IMPLICIT -> 3;
            case CLEAR -> 6;
        };
    }

    private void logon(Parcel parcel) throws XMLStreamException {
        Server server = parcel.site().server();
        Logon logon = server.options().logon();
        if (logon.kind() == Logon.Kind.ANONYMOUS) {
            logonType(FileZillaLogon.ANONYMOUS);
            if (!server.user().equals("anonymous")) {
                changed(parcel, "FileZilla logs on as “anonymous”.");
            }
            return;
        }
        out.element("User", server.user());
        if (parcel.password().isEmpty()) {
            logonType(FileZillaLogon.ASK);
            if (logon.account().isPresent()) {
                dropped(parcel, "Its account, since FileZilla has one only with a password.");
            }
            return;
        }
        out.element("Pass", base64(parcel.password().get()), Map.of("encoding", "base64"));
        if (logon.account().isPresent()) {
            out.element("Account", logon.account().get());
            logonType(FileZillaLogon.ACCOUNT);
        } else {
            logonType(FileZillaLogon.NORMAL);
        }
    }

    private void logonType(int type) throws XMLStreamException {
        out.element("Logontype", Integer.toString(type));
    }

    private void charset(String charset) throws XMLStreamException {
        boolean usual = charset.equals(ServerOptions.UTF_8);
        out.element("EncodingType", usual ? "Auto" : "Custom");
        if (!usual) {
            out.element("CustomEncoding", charset);
        }
    }

    private void notes(Parcel parcel, String notes) throws XMLStreamException {
        String lines = notes.replace("\r\n", "\n").replace('\r', '\n');
        if (!XmlOut.holds(lines)) {
            changed(parcel, "Its notes held characters that XML cannot hold.");
        }
        out.element("Comments", lines);
    }

    private void bookmark(Parcel parcel, Bookmark bookmark) throws XMLStreamException {
        out.start("Bookmark", Map.of());
        out.element("Name", bookmark.name());
        folders(
                parcel,
                bookmark.local(),
                bookmark.remote(),
                "The folder of its bookmark " + Words.quoted(bookmark.name()));
        out.end();
    }

    private void folders(
            Parcel parcel, Optional<String> local, Optional<RemotePath> remote, String what)
            throws XMLStreamException {
        if (local.isPresent()) {
            path(parcel, "LocalDir", local.get(), local.get(), what);
        }
        if (remote.isPresent()) {
            path(
                    parcel,
                    "RemoteDir",
                    SafePath.write(remote.get(), unit),
                    remote.get().value(),
                    what);
        }
        out.element("SyncBrowsing", "0");
        out.element("DirectoryComparison", "0");
    }

    private void path(Parcel parcel, String element, String text, String path, String what)
            throws XMLStreamException {
        if (XmlOut.holds(path)) {
            out.element(element, text);
        } else {
            dropped(parcel, what + ", since XML cannot hold its name.");
        }
    }

    private void tellWhatIsLost(Parcel parcel) {
        Site site = parcel.site();
        ServerOptions options = site.server().options();
        var lost = new ArrayList<String>();
        if (!options.others().isEmpty()) {
            lost.add("further addresses");
        }
        if (options.logon().certificate().isPresent()) {
            lost.add("the client certificate");
        }
        if (options.data().ownAddress().isPresent() || !options.data().foreign().isEmpty()) {
            lost.add("addresses for data connections");
        }
        if (!options.tls().equals(TlsRules.USUAL)) {
            lost.add("TLS versions and sessions");
        }
        if (options.proxy().isPresent()) {
            lost.add("the proxy");
        }
        if (!options.keepAlive().isZero()) {
            lost.add("keep-alive");
        }
        if (options.timeOffset().toSecondsPart() != 0) {
            lost.add("seconds of the time offset");
        }
        if (!site.rules().equals(SiteRules.USUAL)) {
            lost.add("rules for transfers");
        }
        if (!lost.isEmpty()) {
            dropped(parcel, "FileZilla's file has no place for: " + String.join(", ", lost) + ".");
        }
    }

    private void changed(Parcel parcel, String message) {
        findings.add(new Changed(parcel.label(), message));
    }

    private void dropped(Parcel parcel, String message) {
        findings.add(new Dropped(parcel.label(), message));
    }

    private static String base64(char[] secret) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] plain = new byte[bytes.remaining()];
        bytes.get(plain);
        try {
            return Base64.getEncoder().encodeToString(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
            bytes.flip();
            while (bytes.hasRemaining()) {
                bytes.put((byte) 0);
            }
        }
    }
}
