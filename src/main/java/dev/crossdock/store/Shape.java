package dev.crossdock.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// How one kind of thing stands in a JSON file.
public interface Shape<T> {

    /// The version that is written.
    int version();

    /// The name of the list in the file.
    String list();

    /// As messages call the things: `saved sites`.
    String words();

    /// What no two of them share.
    Object key(T thing);

    void write(T thing, ObjectNode into);

    /// @throws IllegalArgumentException with words for a person
    T read(Fields fields);
}
