package dev.crossdock.exchange;

import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML with one element a line; whatever XML cannot hold is left out of its text.
final class XmlOut {

    private final XMLStreamWriter out;
    private int depth;
    private boolean broken;

    XmlOut(XMLStreamWriter out) {
        this.out = out;
    }

    /// Whether the text can stand in XML as it is.
    static boolean holds(String text) {
        return text.codePoints().allMatch(XmlOut::isAllowed);
    }

    void begin() throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        newLine();
    }

    void start(String name, Map<String, String> attributes) throws XMLStreamException {
        if (depth > 0) {
            newLine();
        }
        out.writeStartElement(name);
        for (var attribute : new TreeMap<>(attributes).entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        depth++;
        broken = false;
    }

    void text(String text) throws XMLStreamException {
        var held = new StringBuilder(text.length());
        text.codePoints().filter(XmlOut::isAllowed).forEach(held::appendCodePoint);
        out.writeCharacters(held.toString());
    }

    void end() throws XMLStreamException {
        depth--;
        if (broken) {
            newLine();
        }
        out.writeEndElement();
        broken = true;
    }

    void element(String name, String text) throws XMLStreamException {
        element(name, text, Map.of());
    }

    void element(String name, String text, Map<String, String> attributes)
            throws XMLStreamException {
        start(name, attributes);
        text(text);
        end();
    }

    void finish() throws XMLStreamException {
        newLine();
        out.writeEndDocument();
        out.close();
    }

    private void newLine() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// XML 1.0 §2.2, but for the carriage return, which its readers turn into a line feed.
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
