package dev.crossdock.cli;

import dev.crossdock.exchange.Export;
import dev.crossdock.exchange.Exported;
import dev.crossdock.exchange.Format;
import dev.crossdock.exchange.Packing;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// `crossdock sites export`.
final class SitesExport {

    private final Core core;
    private final TerminalPrompts prompts;
    private final Streams streams;
    private final FindingReport report;

    SitesExport(Core core, TerminalPrompts prompts, Streams streams, boolean json) {
        this.core = core;
        this.prompts = prompts;
        this.streams = streams;
        this.report = new FindingReport(streams, json);
    }

    int run(Path file, Format format, boolean withPasswords, boolean force)
            throws UsageException, FailureException, InterruptedException {
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(file + " is there already; --force replaces it.");
        }
        if (withPasswords && core.secrets().vault().state() != Vault.State.ABSENT) {
            new VaultOpening(prompts)
                    .open(
                            core.secrets().vault(),
                            "Nothing was written; without --with-passwords no password is needed.");
        }
        var packing = new Packing(core.sites(), core.settings(), core.secrets());
        List<Parcel> parcels = packing.all(withPasswords);
        try {
            Exported exported = packing.exported(format, parcels);
            Export.save(exported, file);
            report.print(exported.findings());
            tell(file, parcels);
            return ExitCode.DONE;
        } finally {
            parcels.forEach(Parcel::wipe);
        }
    }

    private void tell(Path file, List<Parcel> parcels) {
        long passwords = parcels.stream().filter(one -> one.password().isPresent()).count();
        streams.say(
                "%d sites were written to %s, %d with a password."
                        .formatted(parcels.size(), file, passwords));
        if (passwords > 0) {
            streams.say(Export.PLAIN_TEXT);
        }
    }
}
