package dev.crossdock.cli;

import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.List;

/// What the settings for transfers add to the options, in words. Pure.
final class SettingsText {

    private SettingsText() {}

    /// Empty if nothing came of the settings.
    ///
    /// @param spoken what the options say
    /// @param policy what holds
    static List<String> of(TransferPolicy spoken, TransferPolicy policy) {
        var parts = new ArrayList<String>();
        if (policy.exists() != spoken.exists()) {
            parts.add(policy.exists().word() + " where a file exists");
        }
        if (policy.keepTimes() != spoken.keepTimes()) {
            parts.add("times are kept");
        }
        if (policy.rollBack() != spoken.rollBack()) {
            parts.add("resumes go back by %,d bytes".formatted(policy.rollBack()));
        }
        return parts;
    }
}
