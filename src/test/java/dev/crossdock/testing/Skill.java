package dev.crossdock.testing;

/// What one server has and the next has not.
public enum Skill {
    MLSD,
    EPSV,
    SIZE,
    MFMT,
    SSCN,
    CPSV,
    /// Takes `A` and `a` for one file, as servers on Windows do.
    CASE_BLIND,
    /// Refuses protected data connections that do not resume the control connection's session.
    DEMANDS_REUSE
}
