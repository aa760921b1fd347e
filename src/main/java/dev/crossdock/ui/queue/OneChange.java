package dev.crossdock.ui.queue;

import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;

import java.util.List;

/// What happened to a list, told in one step from its beginning on.
final class OneChange<E> extends Change<E> {

    private final List<E> added;
    private final List<E> removed;
    private boolean read;

    OneChange(ObservableList<E> list, List<E> added, List<E> removed) {
        super(list);
        this.added = added;
        this.removed = removed;
    }

    @Override
    public boolean next() {
        boolean first = !read;
        read = true;
        return first;
    }

    @Override
    public void reset() {
        read = false;
    }

    @Override
    public int getFrom() {
        return 0;
    }

    @Override
    public int getTo() {
        return added.size();
    }

    @Override
    public List<E> getRemoved() {
        return removed;
    }

    @Override
    public List<E> getAddedSubList() {
        return added;
    }

    @Override
    protected int[] getPermutation() {
        return new int[0];
    }
}
