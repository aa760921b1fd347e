package dev.crossdock.model;

/// Carries a [Failure] to whoever shows it.
public final class FailureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.words());
        this.failure = failure;
    }

    public FailureException(Failure failure, Throwable cause) {
        super(failure.words(), cause);
        this.failure = failure;
    }

    /// The same cause in other words.
    public FailureException saying(Failure other) {
        var said = new FailureException(other);
        if (getCause() != null) {
            var _ = said.initCause(getCause());
        }
        return said;
    }

    public Failure failure() {
        return failure;
    }
}
