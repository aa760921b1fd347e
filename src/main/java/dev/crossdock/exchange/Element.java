package dev.crossdock.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of an XML file.
///
/// @param text its own, without that of the elements in it
record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    /// The first of that name.
    Optional<Element> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    List<Element> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /// The text of the first child of that name; empty if there is none.
    String text(String child) {
        return child(child).map(Element::text).orElse("");
    }

    String stripped(String child) {
        return text(child).strip();
    }

    boolean flag(String child) {
        return stripped(child).equals("1");
    }

    Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted));
    }
}
