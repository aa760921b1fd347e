package dev.crossdock.cli;

import dev.crossdock.exchange.Format;
import dev.crossdock.exchange.Import;
import dev.crossdock.exchange.Imported;
import dev.crossdock.exchange.Intake;
import dev.crossdock.exchange.MasterPasswords;
import dev.crossdock.exchange.Merge;
import dev.crossdock.exchange.Merge.Merged;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.FailureException;
import dev.crossdock.site.SiteGroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `crossdock sites import`.
final class SitesImport {

    private final Core core;
    private final TerminalPrompts prompts;
    private final Streams streams;
    private final FindingReport report;

    SitesImport(Core core, TerminalPrompts prompts, Streams streams, boolean json) {
        this.core = core;
        this.prompts = prompts;
        this.streams = streams;
        this.report = new FindingReport(streams, json);
    }

    int run(Path file, String into, boolean dryRun, boolean noPasswords)
            throws UsageException, FailureException, InterruptedException {
        SiteGroup target = folder(into);
        Imported imported =
                Import.read(
                        content(file),
                        String.valueOf(file.getFileName()),
                        dryRun || noPasswords ? MasterPasswords.unwanted() : this::master);
        try {
            List<Parcel> parcels =
                    noPasswords
                            ? imported.sites().stream().map(SitesImport::bare).toList()
                            : imported.sites();
            Merged merged = Merge.into(core.sites().all(), parcels, imported.groups(), target);
            if (!dryRun) {
                save(merged);
            }
            report.print(imported.findings());
            report.print(merged.findings());
            tell(imported, merged, dryRun);
            return ExitCode.DONE;
        } finally {
            imported.wipe();
        }
    }

    private void save(Merged merged) throws FailureException, InterruptedException {
        if (merged.sites().stream().anyMatch(parcel -> parcel.password().isPresent())) {
            new VaultOpening(prompts)
                    .open(
                            core.secrets().vault(),
                            "Nothing was imported; with --no-passwords the file's passwords are"
                                    + " left behind.");
        }
        new Intake(core.sites(), core.settings(), core.secrets()).save(merged);
    }

    private void tell(Imported imported, Merged merged, boolean dryRun) {
        long raised = count(imported, "raised");
        streams.say(
                "%s: %d of its sites %s, %d with a password; %d skipped, %d there already%s."
                        .formatted(
                                imported.format().label(),
                                merged.sites().size(),
                                dryRun ? "would be taken" : "were taken",
                                merged.sites().stream()
                                        .filter(parcel -> parcel.password().isPresent())
                                        .count(),
                                count(imported, "skipped"),
                                imported.sites().size() - merged.sites().size(),
                                raised == 0
                                        ? ""
                                        : ", %d with stronger encryption".formatted(raised)));
    }

    private Optional<char[]> master(Format program, boolean again) throws InterruptedException {
        return prompts.masterPasswordOf(program.label(), again);
    }

    private static long count(Imported imported, String word) {
        return imported.findings().stream().filter(one -> one.word().equals(word)).count();
    }

    private static Parcel bare(Parcel parcel) {
        return new Parcel(parcel.site(), parcel.connections(), Optional.empty());
    }

    private static SiteGroup folder(String typed) throws UsageException {
        try {
            SiteGroup group = SiteGroup.TOP;
            for (String name : typed.split("/")) {
                group = name.isBlank() ? group : group.child(name.strip());
            }
            return group;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--into: " + e.getMessage());
        }
    }

    private static byte[] content(Path file) throws UsageException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Import.MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + ".");
        } catch (IOException e) {
            throw new UsageException(
                    file
                            + " cannot be read: "
                            + (Files.isDirectory(file) ? "it is a folder." : "no permission."));
        }
    }
}
