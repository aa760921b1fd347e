package dev.crossdock.ui.report;

import dev.crossdock.about.Build;
import dev.crossdock.about.Fact;
import dev.crossdock.about.Versions;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.queue.Totals;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Site;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.vault.Vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All that a report is made of, as it is: nothing is struck out yet.
///
/// @param left what the left pane is on
/// @param right what the right pane is on
/// @param toRight the routes from left to right
/// @param toLeft the routes from right to left
/// @param memos what was learned of any server
/// @param lines the last of the transcript
public record ReportFacts(
        Instant now,
        Machine machine,
        List<Site> sites,
        Optional<ServerFacts> left,
        Optional<ServerFacts> right,
        Optional<Ladder> toRight,
        Optional<Ladder> toLeft,
        List<Memo> memos,
        TransferSettings settings,
        Totals queue,
        int certificates,
        VaultFacts vault,
        List<TranscriptLine> lines) {

    public ReportFacts {
        sites = List.copyOf(sites);
        memos = List.copyOf(memos);
        lines = List.copyOf(lines);
    }

    /// The state of the vault; no name and no number of what is in it.
    public record VaultFacts(Vault.State state, Optional<Vault.Protection> protection) {}

    /// @param versions a name and what it is, `Java` and `25`
    /// @param user as the system calls whoever is using it
    /// @param home the home folder
    public record Machine(List<Fact> versions, String user, String home) {
        public Machine {
            versions = List.copyOf(versions);
        }

        /// This computer, as the running program sees it.
        ///
        /// @param scale how many pixels of the screen one of the window is
        public static Machine here(Build build, double scale) {
            var versions = new ArrayList<>(Versions.of(build));
            versions.add(
                    new Fact(
                            "Locale",
                            Locale.getDefault().toLanguageTag()
                                    + ", names in "
                                    + property("sun.jnu.encoding")));
            versions.add(new Fact("Window scale", Double.toString(scale)));
            return new Machine(versions, property("user.name"), property("user.home"));
        }

        private static String property(String name) {
            return System.getProperty(name, "?");
        }
    }
}
