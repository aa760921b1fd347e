package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Side;
import dev.crossdock.queue.JobView;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b  c",
                " leading",
                "trailing ",
                "\"quoted\"",
                "it's",
                "ümläut €😀",
                "-rf",
                "a -> b",
                "%s%n",
                "~",
                "*?[x]",
                "back\\slash",
                "semi;colon=x",
                "\u001b[31m",
                "e\u0301"
            })
    void anyNameArrivesAsItWas(String name) throws Exception {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/from " + name + "/" + name, content);

            pair.start(folder("/from " + name, "/to " + name, ExistsRule.FAIL));
            pair.queue().awaitIdle();

            assertArrayEquals(content, pair.target().files().content("/to " + name + "/" + name));
        }
    }

    @Test
    void aNameThatIsNotUtf8IsRefusedToAServerThatSpeaksUtf8AndTheRestGoesOn() throws Exception {
        try (var pair =
                new ScriptedPair(
                        Side.TARGET,
                        setup -> setup.with(StandardCharsets.ISO_8859_1),
                        setup -> setup)) {
            pair.source().files().file("/folder/stra\u00dfe", new byte[1]);
            pair.source().files().file("/folder/plain", new byte[1]);
            pair.source().files().file("/folder/caf\u00e9/x", new byte[1]);
            pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            List<Failure> failures =
                    pair.outcomes().stream()
                            .filter(Outcome.Failed.class::isInstance)
                            .map(ScriptedPair::failure)
                            .toList();
            assertEquals(2, failures.size());
            for (Failure failure : failures) {
                assertEquals(Kind.NAME, failure.kind());
                assertTrue(failure.message().contains("is not UTF-8 on the source"));
            }
            assertEquals(List.of("/copy/plain"), pair.target().files().children("/copy"));
        }
    }

    @Test
    void betweenServersThatBothDoNotSpeakUtf8TheBytesAreKept() throws Exception {
        try (var pair =
                new ScriptedPair(
                        Side.TARGET,
                        setup -> setup.with(StandardCharsets.ISO_8859_1),
                        setup -> setup.with(StandardCharsets.ISO_8859_1))) {
            pair.source().files().file("/folder/stra\u00dfe", new byte[1]);

            pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            assertEquals(List.of("/copy/stra\u00dfe"), pair.target().files().children("/copy"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ExistsRule.class,
            names = {"FAIL", "OVERWRITE", "SKIP"})
    void namesThatDifferOnlyInCaseDoNotReplaceEachOther(ExistsRule rule) throws Exception {
        try (var pair = caseBlindTarget()) {
            pair.source().files().file("/folder/Read.txt", new byte[] {1});
            pair.source().files().file("/folder/read.TXT", new byte[] {2, 2});
            pair.source().files().file("/folder/other", new byte[] {3});

            pair.start(folder("/folder", "/copy", rule));
            pair.queue().awaitIdle();

            List<Failure> failures = failures(pair);
            assertEquals(1, failures.size(), pair.outcomes().toString());
            assertEquals(Kind.EXISTS, failures.getFirst().kind());
            assertTrue(
                    failures.getFirst()
                            .message()
                            .startsWith("target does not tell upper from lower case: /copy/"),
                    failures.getFirst().message());
            assertEquals(2, pair.target().files().children("/copy").size());
        }
    }

    @Test
    void foldersThatDifferOnlyInCaseAreNotMixed() throws Exception {
        try (var pair = caseBlindTarget()) {
            pair.source().files().file("/folder/Sub/a", new byte[] {1});
            pair.source().files().file("/folder/sub/a", new byte[] {2, 2});

            pair.start(folder("/folder", "/copy", ExistsRule.OVERWRITE));
            pair.queue().awaitIdle();

            List<Failure> failures = failures(pair);
            assertEquals(1, failures.size(), pair.outcomes().toString());
            assertEquals(Kind.EXISTS, failures.getFirst().kind());
            assertTrue(
                    failures.getFirst()
                            .message()
                            .startsWith("target does not tell upper from lower case: /copy/"),
                    failures.getFirst().message());
            assertEquals(1, pair.target().files().children("/copy").size());
            String there = pair.target().files().children("/copy").getFirst();
            assertEquals(1, pair.target().files().children(there).size());
        }
    }

    @Test
    void aSecondTryOfCaseTwinsIsRefusedAgain() throws Exception {
        try (var pair = caseBlindTarget()) {
            pair.source().files().file("/folder/A", new byte[] {1});
            pair.source().files().file("/folder/a", new byte[] {2, 2});
            pair.start(folder("/folder", "/copy", ExistsRule.OVERWRITE));
            pair.queue().awaitIdle();
            JobId refused =
                    pair.queue().changesSince(0).changed().stream()
                            .filter(job -> job.outcome().orElseThrow() instanceof Outcome.Failed)
                            .map(JobView::id)
                            .findFirst()
                            .orElseThrow();

            assertEquals(Kind.EXISTS, failure(pair.retry(refused)).kind());
        }
    }

    @Test
    void onAServerThatTellsCaseApartBothArrive() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/A/x", new byte[] {1});
            pair.source().files().file("/folder/a/x", new byte[] {2, 2});
            pair.source().files().file("/folder/B", new byte[] {3});
            pair.source().files().file("/folder/b", new byte[] {4});

            pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            assertEquals(List.of(), failures(pair));
            assertEquals(4, pair.target().files().children("/copy").size());
        }
    }

    @Test
    void whatAListingCannotMeanIsLeftOutAndTheRestArrives() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/good", new byte[] {1});
            pair.source()
                    .onCommand(
                            "MLSD",
                            1,
                            Behaviour.content(
                                    """
                                    type=file;size=1; good
                                    type=file;size=1; ../../evil
                                    type=OS.unix=chr-13/29; device
                                    type=file;size=1; a\rDELE good
                                    nonsense
                                    """));
            JobId job = pair.start(folder("/folder", "/copy", ExistsRule.FAIL));

            var expanded = assertInstanceOf(Outcome.Expanded.class, pair.outcome(job));

            assertEquals(1, expanded.files());
            assertEquals(4, expanded.leftOut());
            assertEquals(4, expanded.note().lines().count());
            assertEquals(List.of("/copy/good"), pair.target().files().children("/copy"));
            assertFalse(pair.source().commands().contains("DELE good"));
        }
    }

    @Test
    void linksToFilesAreFollowedAndLinksToFoldersAreLeftOut() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/link", new byte[] {1}).folder("/folder/circle");
            pair.source()
                    .onCommand(
                            "MLSD",
                            1,
                            Behaviour.content(
                                    """
                                    type=OS.unix=symlink; link
                                    type=OS.unix=symlink; circle
                                    """));
            JobId job = pair.start(folder("/folder", "/copy", ExistsRule.FAIL));

            var expanded = assertInstanceOf(Outcome.Expanded.class, pair.outcome(job));

            assertEquals("A link to a folder: /folder/circle", expanded.note());
            assertEquals(List.of("/copy/link"), pair.target().files().children("/copy"));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidAndNothingElseIsTried() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/x", new byte[] {1});
            pair.target().onCommand("MKD", Behaviour.answer("550 Permission denied."));
            JobId job = pair.start(folder("/folder", "/copy", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals("target refused MKD /copy: 550 Permission denied.", failure.message());
            assertEquals(1, pair.outcomes().size());
        }
    }

    @Test
    void aFileInTheWayOfAFolderIsSaid() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/x", new byte[] {1});
            pair.target().files().file("/copy", new byte[] {9});

            assertEquals(
                    Kind.REFUSED,
                    failure(pair.outcome(pair.start(folder("/folder", "/copy", ExistsRule.FAIL))))
                            .kind());
            assertEquals(1, pair.target().files().size("/copy"));
        }
    }

    @Test
    void anExistingFolderIsFilledUp() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/x", new byte[] {1});
            pair.target().files().file("/copy/y", new byte[] {9});

            pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            assertEquals(List.of("/copy/x", "/copy/y"), pair.target().files().children("/copy"));
        }
    }

    @Test
    void nothingIsCopiedOntoItselfOrIntoItself() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/x", new byte[] {1});
            for (var each : Map.of("/folder", "/folder/sub", "/folder/x", "/folder/x").entrySet()) {
                JobSpec across = folder(each.getKey(), each.getValue(), ExistsRule.OVERWRITE);
                JobSpec onto =
                        JobSpec.folder(
                                across.source(),
                                across.sourcePath(),
                                across.source(),
                                across.targetPath(),
                                across.policy());

                assertEquals(Kind.EXISTS, failure(pair.outcome(pair.start(onto))).kind());
            }
            assertEquals(List.of("/folder/x"), pair.source().files().children("/folder"));
        }
    }

    private static ScriptedPair caseBlindTarget() throws IOException {
        return new ScriptedPair(Side.TARGET, setup -> setup, setup -> setup.with(Skill.CASE_BLIND));
    }

    private static List<Failure> failures(ScriptedPair pair) {
        var failures = new ArrayList<Failure>();
        for (Outcome outcome : pair.outcomes()) {
            if (outcome instanceof Outcome.Failed(var failure)) {
                failures.add(failure);
            }
        }
        return failures;
    }
}
