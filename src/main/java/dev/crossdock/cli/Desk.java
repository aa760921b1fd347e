package dev.crossdock.cli;

/// What a command works at while its core is open.
record Desk(
        Core core,
        Logins logins,
        Visits visits,
        TerminalPrompts prompts,
        Interruption interruption) {}
