package dev.crossdock.fxp;

import java.util.OptionalLong;

/// What was seen of the file at the target. Pure.
///
/// @param last what the target held when it was last looked at, in bytes
/// @param blind it cannot be looked at now
/// @param silent it does not answer when it is looked at
/// @param moved bytes of this transfer were seen
record Sight(OptionalLong last, boolean blind, boolean silent, boolean moved) {

    static final Sight NONE = new Sight(OptionalLong.empty(), true, false, false);

    /// A look that shows what the one before has shown is no news, though the target was out of
    /// sight in between.
    boolean isNews(long bytes) {
        return !last.equals(OptionalLong.of(bytes));
    }

    /// @param ours what the target holds is of this transfer
    Sight seen(long bytes, boolean ours) {
        return isNews(bytes)
                ? new Sight(OptionalLong.of(bytes), false, false, moved || (ours && bytes > 0))
                : new Sight(last, blind, false, moved);
    }

    Sight lost() {
        return new Sight(last, true, false, moved);
    }

    Sight unanswered() {
        return new Sight(last, true, true, moved);
    }

    /// An empty file will grow; one with an old size may be replaced only at the end.
    boolean isEmptyFile() {
        return last.equals(OptionalLong.of(0));
    }
}
