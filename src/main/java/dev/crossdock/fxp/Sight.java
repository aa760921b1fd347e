package dev.crossdock.fxp;

import java.util.OptionalLong;

/// What was seen of the file at the target. Pure.
///
/// @param last what the target held when it was last looked at, in bytes
/// @param blind it cannot be looked at now
/// @param moved bytes of this transfer were seen
record Sight(OptionalLong last, boolean blind, boolean moved) {

    static final Sight NONE = new Sight(OptionalLong.empty(), true, false);

    /// A look that shows what the one before has shown is no news, though the target was out of
    /// sight in between.
    boolean isNews(long bytes) {
        return !last.equals(OptionalLong.of(bytes));
    }

    /// @param ours what the target holds is of this transfer
    Sight seen(long bytes, boolean ours) {
        return isNews(bytes)
                ? new Sight(OptionalLong.of(bytes), false, moved || (ours && bytes > 0))
                : this;
    }

    Sight lost() {
        return new Sight(last, true, moved);
    }

    /// An empty file will grow; one with an old size may be replaced only at the end.
    boolean isEmptyFile() {
        return last.equals(OptionalLong.of(0));
    }
}
