package dev.crossdock.exchange;

import dev.crossdock.site.SiteGroup;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// Sites as FileZilla's site manager has them.
final class FileZillaWriter {

    /// Old enough for every FileZilla that is in use.
    private static final String VERSION = "3.60.2";

    private final XmlOut out;
    private final FileZillaSite sites;

    private FileZillaWriter(XmlOut out, FileZillaSite sites) {
        this.out = out;
        this.sites = sites;
    }

    static Exported write(Collection<Parcel> parcels, Collection<SiteGroup> groups) {
        return write(parcels, groups, System.getProperty("os.name", ""));
    }

    /// @param system the name of the operating system; it decides what lengths in paths count
    static Exported write(Collection<Parcel> parcels, Collection<SiteGroup> groups, String system) {
        var findings = new ArrayList<Finding>();
        var top = new Folder();
        groups.forEach(group -> top.at(group));
        parcels.forEach(parcel -> top.at(parcel.site().group()).sites.add(parcel));
        String platform = platform(system.toLowerCase(Locale.ROOT));
        var unit = platform.equals("windows") ? SafePath.Unit.UTF_16 : SafePath.Unit.CODE_POINT;
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            var out = new XmlOut(xml);
            new FileZillaWriter(out, new FileZillaSite(out, unit, findings)).write(top, platform);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes all that is written", e);
        }
        return new Exported(text.toString().getBytes(StandardCharsets.UTF_8), findings);
    }

    private void write(Folder top, String platform) throws XMLStreamException {
        out.begin();
        out.start(FileZillaReader.ROOT, Map.of("version", VERSION, "platform", platform));
        out.start(FileZillaReader.SERVERS, Map.of());
        write(top);
        out.end();
        out.end();
        out.finish();
    }

    private void write(Folder folder) throws XMLStreamException {
        for (var child : folder.children.entrySet()) {
            out.start("Folder", Map.of("expanded", "1"));
            out.text(child.getKey());
            write(child.getValue());
            out.end();
        }
        for (Parcel parcel : folder.sites) {
            sites.write(parcel);
        }
    }

    private static String platform(String system) {
        if (system.startsWith("windows")) {
            return "windows";
        }
        return system.startsWith("mac") ? "mac" : "*nix";
    }

    /// One folder with what lies in it.
    private static final class Folder {

        private final Map<String, Folder> children = new LinkedHashMap<>();
        private final List<Parcel> sites = new ArrayList<>();

        Folder at(SiteGroup group) {
            Folder folder = this;
            for (String name : group.names()) {
                folder = folder.children.computeIfAbsent(name, _ -> new Folder());
            }
            return folder;
        }
    }
}
