package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.CancelSignal;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.Meter;
import dev.crossdock.queue.Slot;
import dev.crossdock.queue.Traces;
import dev.crossdock.transfer.ExistingFiles.Decision.Send;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

class LeftoversTest {

    private static final Route ROUTE = Route.relay();
    private static final RemotePath PATH = RemotePath.of("/a");
    private static final FileVersion OLD =
            new FileVersion(10, Optional.of(Instant.ofEpochSecond(1)));
    private static final FileVersion NEW =
            new FileVersion(10, Optional.of(Instant.ofEpochSecond(2)));

    private final Memory traces = new Memory();
    private final JobContext context =
            new JobContext(
                    new Meter(), new CancelSignal(), 1, Instant.EPOCH, _ -> {}, traces, Slot.ALONE);

    /// What is kept of one job.
    private static final class Memory implements Traces {

        private Optional<Begun> begun = Optional.empty();
        private boolean cut;

        @Override
        public Optional<Begun> begun() {
            return begun;
        }

        @Override
        public boolean isOfAnother(RemotePath path) {
            return false;
        }

        @Override
        public void begin(Begun file) {
            begun = Optional.of(file);
        }

        @Override
        public void drop() {
            begun = Optional.empty();
        }

        @Override
        public void answered(ExistsRule rule) {}

        @Override
        public boolean wasCut() {
            return cut;
        }

        @Override
        public String token() {
            return "12345678";
        }
    }

    @Test
    void aFileThatWasNotThereIsOursFromBeforeItsFirstByte() throws Exception {
        Leftovers.begin(context, Send.whole(PATH, OptionalLong.empty()), NEW, ROUTE);

        assertTrue(Leftovers.areAt(PATH, context));
    }

    @Test
    void aFileOfSomebodyElseIsNeverOurs() throws Exception {
        var send = Send.whole(PATH, OptionalLong.of(3));
        Leftovers.begin(context, send, NEW, ROUTE);
        Leftovers.written(context, send, NEW, ROUTE);

        assertFalse(Leftovers.areAt(PATH, context));
        assertEquals(Optional.of(PATH), Leftovers.replaced(context).map(Leftovers.Left::path));
    }

    @Test
    void whatLiesAsideIsNotForgottenWhereAFileOfSomebodyElseIsOverwritten() throws Exception {
        RemotePath aside = RemotePath.of("/a.x");
        Leftovers.begin(context, new Send(aside, OptionalLong.empty(), 0, true), NEW, ROUTE);
        Leftovers.begin(context, Send.whole(PATH, OptionalLong.of(3)), NEW, ROUTE);

        assertTrue(Leftovers.areAt(aside, context));
    }

    @Test
    void whatIsGoneInTheMeantimeIsOursWhenItIsMadeAnew() throws Exception {
        Leftovers.begin(context, Send.whole(PATH, OptionalLong.of(3)), NEW, ROUTE);
        Leftovers.begin(context, Send.whole(PATH, OptionalLong.empty()), NEW, ROUTE);

        assertTrue(Leftovers.areAt(PATH, context));
        assertEquals(Optional.empty(), Leftovers.replaced(context));
    }

    @Test
    void oldBytesDoNotCountAsNewOnesBeforeTheyAreGone() throws Exception {
        var send = Send.whole(PATH, OptionalLong.empty());
        Leftovers.begin(context, send, OLD, ROUTE);

        Leftovers.begin(context, send, NEW, ROUTE);
        assertEquals(Optional.of(OLD), Leftovers.of(context).map(Leftovers.Left::of));

        Leftovers.written(context, send, NEW, ROUTE);
        assertEquals(Optional.of(NEW), Leftovers.of(context).map(Leftovers.Left::of));
    }

    @Test
    void whatWasNotWrittenIsTakenBack() throws Exception {
        var send = Send.whole(PATH, OptionalLong.empty());
        Leftovers.begin(context, send, OLD, ROUTE);
        Optional<Begun> before = traces.begun();
        Leftovers.begin(
                context, new Send(RemotePath.of("/b"), OptionalLong.empty(), 0, true), NEW, ROUTE);

        Leftovers.takeBack(context, before);
        assertTrue(Leftovers.areAt(PATH, context));
        Leftovers.takeBack(context, Optional.empty());
        assertEquals(Optional.empty(), Leftovers.of(context));
    }

    @Test
    void aNameThatAnotherJobHasChosenSinceIsNotWrittenTo(@TempDir Path folder) throws Exception {
        RemotePath place = LocalPaths.HERE.read(folder).orElseThrow();
        RemotePath wanted = place.child("b");
        RemotePath second = place.child("b (2)");
        var storage = new LocalStorage();
        var claims = new Claims();
        Files.write(folder.resolve("b"), new byte[1]);
        Files.write(folder.resolve("b (2)"), new byte[1]);
        Leftovers.begin(context, Send.whole(second, OptionalLong.empty()), NEW, ROUTE);
        var spec =
                JobSpec.file(
                        new SiteId("source"),
                        PATH,
                        SiteId.LOCAL,
                        wanted,
                        OptionalLong.empty(),
                        TransferPolicy.secure(ExistsRule.RENAME));

        try (var other = claims.take(Server.LOCAL, place.child("x"));
                var ours = claims.take(Server.LOCAL, wanted)) {
            assertTrue(other.tryAdd(second));
            var decision =
                    ExistingFiles.decide(
                            spec,
                            ours,
                            storage,
                            storage,
                            NEW,
                            storage.version(wanted, ExistsRule.RENAME),
                            Leftovers.of(context));
            assertEquals(Send.whole(place.child("b (3)"), OptionalLong.empty()), decision);
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    cut,   size, now, same,  whole
                    true,  10,   10,  true,  true
                    true,  10,   10,  false, false
                    true,  9,    10,  true,  false
                    false, 10,   10,  true,  false
                    """)
    void isTakenForWholeOnlyAfterACutAndIfNothingSpeaksAgainstIt(
            boolean cut, long size, long now, boolean same, boolean whole) throws Exception {
        traces.cut = cut;
        Leftovers.begin(context, Send.whole(PATH, OptionalLong.empty()), NEW, ROUTE);
        var left = Leftovers.of(context).orElseThrow();

        assertEquals(
                whole, left.mayBeWhole(size, new FileVersion(now, (same ? NEW : OLD).modified())));
    }

    @Test
    void whatIsSpoiledIsOursAndNeverWhole() throws Exception {
        traces.cut = true;
        var send = Send.whole(PATH, OptionalLong.empty());
        Leftovers.begin(context, send, NEW, ROUTE);
        Leftovers.spoil(context, send, ROUTE);

        assertTrue(Leftovers.areAt(PATH, context));
        assertFalse(Leftovers.of(context).orElseThrow().mayBeWhole(10, NEW));
    }
}
