package dev.crossdock.exchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML to a tree, within bounds. A document type refuses the file, so there is nothing to expand
/// and nothing to fetch.
final class XmlTree {

    static final int DEEPEST = 90;
    static final int MOST_ELEMENTS = 400_000;
    static final int LONGEST_TEXT = 64 * 1024;
    private static final int MOST_ATTRIBUTES = 32;

    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private int skipping;

    private XmlTree() {}

    /// @param kept the elements below the root that are read; others are passed over
    static Element parse(String text, List<String> kept) throws BadFileException {
        try {
            return new XmlTree().read(reader(text), kept);
        } catch (XMLStreamException e) {
            throw new BadFileException("it is not valid XML" + place(e), e);
        }
    }

    private Element read(XMLStreamReader in, List<String> kept)
            throws XMLStreamException, BadFileException {
        Optional<Element> root = Optional.empty();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in, kept);
                case XMLStreamConstants.END_ELEMENT -> root = end();
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text(in);
                case XMLStreamConstants.DTD ->
                        throw new BadFileException(
                                "it has a document type, which no honest one has");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new BadFileException("it refers to an entity that is not there");
                default -> {}
            }
        }
        return root.orElseThrow(() -> new BadFileException("it ends too early"));
    }

    private void text(XMLStreamReader in) {
        if (skipping == 0 && !open.isEmpty()) {
            open.element().add(in);
        }
    }

    /// The root, if it is the one that has ended.
    private Optional<Element> end() {
        if (skipping > 0) {
            skipping--;
            return Optional.empty();
        }
        Element done = open.pop().done();
        if (open.isEmpty()) {
            return Optional.of(done);
        }
        open.element().children.add(done);
        return Optional.empty();
    }

    private void start(XMLStreamReader in, List<String> kept) throws BadFileException {
        if (++elements > MOST_ELEMENTS) {
            throw new BadFileException("it has more than %,d elements".formatted(MOST_ELEMENTS));
        }
        if (open.size() + skipping >= DEEPEST) {
            throw new BadFileException("it is nested deeper than " + DEEPEST);
        }
        if (skipping > 0 || (open.size() == 1 && !kept.contains(in.getLocalName()))) {
            skipping++;
            return;
        }
        if (in.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new BadFileException(
                    "an element has more than %d attributes".formatted(MOST_ATTRIBUTES));
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        open.push(new Open(in.getLocalName(), Map.copyOf(attributes)));
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    private static String place(XMLStreamException e) {
        var at = e.getLocation();
        return at == null || at.getLineNumber() < 1
                ? ""
                : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
    }

    /// An element that has not ended yet.
    private static final class Open {

        private final String name;
        private final Map<String, String> attributes;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        /// One character more than fits is kept, so that its reader can tell.
        void add(XMLStreamReader in) {
            int room = LONGEST_TEXT + 1 - text.length();
            if (room > 0) {
                text.append(
                        in.getTextCharacters(),
                        in.getTextStart(),
                        Math.min(room, in.getTextLength()));
            }
        }

        Element done() {
            return new Element(name, attributes, text.toString(), List.copyOf(children));
        }
    }
}
