package dev.crossdock.exchange;

/// A kind of file that holds sites.
public enum Format {
    CROSSDOCK("Crossdock"),
    FILEZILLA("FileZilla"),
    WINSCP("WinSCP"),
    FLASHFXP("FlashFXP"),
    GFTP("gFTP");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /// The program, as it is written.
    public String label() {
        return label;
    }
}
