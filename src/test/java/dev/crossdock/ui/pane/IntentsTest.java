package dev.crossdock.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Entry;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class IntentsTest {

    private static final SiteId ALPHA = new SiteId("alpha");
    private static final SiteId BETA = new SiteId("beta");
    private static final TransferPolicy POLICY = TransferPolicy.secure(ExistsRule.ASK);
    private static final RemotePath HERE = RemotePath.of("/here");
    private static final RemotePath THERE = RemotePath.of("/there");

    @Test
    void aFileBecomesAFileJobInTheTargetFolder() {
        var intent = copy(BETA, THERE, Entry.file("a.txt", 42));
        assertEquals(
                List.of(
                        JobSpec.file(
                                ALPHA,
                                RemotePath.of("/here/a.txt"),
                                BETA,
                                RemotePath.of("/there/a.txt"),
                                OptionalLong.of(42),
                                POLICY)),
                intent.jobs());
        assertEquals(List.of(), intent.leftOut());
    }

    @Test
    void aFolderBecomesOneFolderJob() {
        var intent = copy(BETA, RemotePath.ROOT, Entry.folder("docs"));
        assertEquals(
                List.of(
                        JobSpec.folder(
                                ALPHA,
                                RemotePath.of("/here/docs"),
                                BETA,
                                RemotePath.of("/docs"),
                                POLICY)),
                intent.jobs());
    }

    @Test
    void aLinkIsSentAsAFileOfUnknownSize() {
        JobSpec job = copy(BETA, THERE, entry("latest", Entry.Kind.LINK)).jobs().getFirst();
        assertEquals(JobSpec.Kind.FILE, job.kind());
        assertEquals(OptionalLong.empty(), job.size());
    }

    @Test
    void namesThatDifferOnlyInCaseAreMarked() {
        var intent =
                copy(
                        BETA,
                        THERE,
                        Entry.file("readme", 1),
                        Entry.file("README", 2),
                        Entry.file("other", 3));
        assertEquals(
                List.of(true, true, false), intent.jobs().stream().map(JobSpec::caseTwin).toList());
    }

    @Test
    void aDeviceIsLeftOutAndTheRestGoesOn() {
        var intent = copy(BETA, THERE, entry("pipe", Entry.Kind.OTHER), Entry.file("a", 1));
        assertEquals(1, intent.jobs().size());
        assertEquals(Intents.Reason.NOT_A_FILE, intent.leftOut().getFirst().reason());
    }

    @Test
    void nothingIsCopiedOntoItself() {
        var intent = copy(ALPHA, HERE, Entry.file("a", 1), Entry.folder("docs"));
        assertEquals(List.of(), intent.jobs());
        assertEquals(
                List.of(Intents.Reason.ONTO_ITSELF, Intents.Reason.ONTO_ITSELF), reasons(intent));
    }

    @Test
    void aFolderIsNotCopiedIntoItself() {
        var intent = copy(ALPHA, RemotePath.of("/here/docs/deep"), Entry.folder("docs"));
        assertEquals(List.of(), intent.jobs());
        assertEquals(List.of(Intents.Reason.INTO_ITSELF), reasons(intent));
    }

    @Test
    void theSamePathOnAnotherSiteIsAnotherPlace() {
        assertEquals(2, copy(BETA, HERE, Entry.file("a", 1), Entry.folder("docs")).jobs().size());
    }

    private static List<Intents.Reason> reasons(Intents.Intent intent) {
        return intent.leftOut().stream().map(Intents.LeftOut::reason).toList();
    }

    private static Intents.Intent copy(SiteId target, RemotePath folder, Entry... entries) {
        var selection = new Selection(PaneSide.LEFT, ALPHA, HERE, Arrays.asList(entries));
        return Intents.copy(selection, target, folder, POLICY);
    }

    private static Entry entry(String name, Entry.Kind kind) {
        return new Entry(
                name,
                kind,
                OptionalLong.of(9),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
