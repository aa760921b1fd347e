package dev.crossdock.fxp;

import dev.crossdock.ftp.GarbledException;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What to send next, given where we are and what we heard. Pure.
///
/// @param source what the source still owes and has said
/// @param target what the target still owes and has said
record Handshake(FxpPlan plan, Patience patience, Talk source, Talk target, Sight sight) {

    /// Servers send one or two to a transfer command.
    private static final int MOST_PRELIMINARIES = 20;

    /// Finals of a transfer, and what is wrong with a file (RFC 959 §5.4).
    private static final Set<Integer> OF_TRANSFER =
            Set.of(226, 250, 450, 451, 452, 550, 551, 552, 553);

    /// Reasons that a server has of its own; others may only say that the other one is gone.
    private static final Set<Integer> OF_FILE = Set.of(450, 452, 550, 551, 552, 553);

    /// The server ends the session, whatever it was asked.
    private static final int FAREWELL = 421;

    /// A command whose final reply is outstanding.
    enum Owed {
        PORT,
        REST,
        TRANSFER;

        /// Whether it may be answered by that. What is said of files, and the end of a transfer, is
        /// no answer to PORT.
        boolean mayMean(Reply reply) {
            return switch (this) {
                case PORT -> !reply.isIntermediate() && !OF_TRANSFER.contains(reply.code());
                case REST -> !reply.isPositive() && !OF_TRANSFER.contains(reply.code());
                case TRANSFER -> !reply.isIntermediate();
            };
        }
    }

    /// @param owed in the order in which it was asked for
    /// @param preliminaries how many preliminary replies there were
    /// @param begun one of them was to the transfer command
    /// @param end the final reply to the transfer command
    /// @param dropped the session is of no more use
    /// @param lost why the control connection is gone, if it is
    record Talk(
            List<Owed> owed,
            int preliminaries,
            boolean begun,
            Optional<Reply> end,
            boolean dropped,
            Optional<IOException> lost) {

        static final Talk NONE =
                new Talk(List.of(), 0, false, Optional.empty(), false, Optional.empty());

        Talk {
            owed = List.copyOf(owed);
        }

        Talk asked(Owed... more) {
            var all = new ArrayList<>(owed);
            all.addAll(List.of(more));
            return new Talk(all, preliminaries, begun, end, dropped, lost);
        }

        /// What the reply is the answer to. Some servers connect when they get the PORT and answer
        /// it only then, behind the commands that came with it.
        Owed meant(Reply reply) {
            return owed.stream()
                    .filter(each -> each.mayMean(reply))
                    .findFirst()
                    .orElseGet(owed::getFirst);
        }

        Talk answered(Owed what) {
            var left = new ArrayList<>(owed);
            left.remove(what);
            return new Talk(left, preliminaries, begun, end, dropped, lost);
        }

        Talk preliminary() {
            return new Talk(owed, preliminaries + 1, begun || owesTransfer(), end, dropped, lost);
        }

        Talk ended(Reply reply) {
            Talk rest = answered(Owed.TRANSFER);
            return new Talk(rest.owed, preliminaries, begun, Optional.of(reply), dropped, lost);
        }

        Talk drop() {
            return new Talk(owed, preliminaries, begun, end, true, lost);
        }

        Talk lose(IOException cause) {
            return new Talk(owed, preliminaries, begun, end, true, Optional.of(cause));
        }

        boolean isAsked() {
            return owesTransfer() || end.isPresent();
        }

        /// Whether the transfer command was refused before anything came of it. What a server says
        /// of the data connection it may say with the file already open.
        boolean isRefused() {
            return !begun
                    && end.map(reply -> !reply.isPositive() && !reply.isOfDataConnection())
                            .orElse(false);
        }

        boolean owesTransfer() {
            return owed.contains(Owed.TRANSFER);
        }
    }

    /// Command lines for one side, in one write.
    record Send(Side side, List<String> lines) {}

    /// @param within how long the next event may take from now; empty leaves the running deadline
    /// @param end present when it is all over
    record Step(
            Handshake next, List<Send> sends, Optional<Duration> within, Optional<FxpEnd> end) {}

    /// The passive server listens already.
    static Step begin(FxpPlan plan, Patience patience) {
        var first = new Handshake(plan, patience, Talk.NONE, Talk.NONE, Sight.NONE);
        return plan.careful() || plan.offset() > 0 ? first.prepare() : first.startBoth();
    }

    Step step(FxpEvent event) {
        return switch (event) {
            case FxpEvent.Answered(var side, var reply) -> answered(side, reply);
            case FxpEvent.Gone(var side, var cause) -> gone(side, cause);
            case FxpEvent.Observed(var bytes) -> observed(bytes);
            case FxpEvent.Unobserved _ -> unobserved();
            case FxpEvent.Unanswered _ -> unanswered();
            case FxpEvent.Late _ -> late();
        };
    }

    /// Everything in one flight. The TLS server's command goes first: some servers cut a data
    /// connection on which bytes arrive before it.
    private Step startBoth() {
        Side active = plan.active();
        Side passive = plan.passive();
        var toActive = new Send(active, List.of(plan.portCommand(), plan.transferCommand(active)));
        var toPassive = new Send(passive, List.of(plan.transferCommand(passive)));
        Handshake next =
                with(active, Talk.NONE.asked(Owed.PORT, Owed.TRANSFER))
                        .with(passive, Talk.NONE.asked(Owed.TRANSFER));
        return next.go(
                plan.passiveIsTlsClient()
                        ? List.of(toActive, toPassive)
                        : List.of(toPassive, toActive),
                patience.reply());
    }

    /// What destroys nothing, before what may. A refused REST before a STOR would empty the file.
    private Step prepare() {
        var sends = new ArrayList<Send>();
        Handshake next = this;
        for (Side side : List.of(plan.passive(), plan.active())) {
            var lines = new ArrayList<String>();
            Talk talk = Talk.NONE;
            if (side == plan.active()) {
                lines.add(plan.portCommand());
                talk = talk.asked(Owed.PORT);
            }
            if (plan.offset() > 0) {
                lines.add(plan.restCommand());
                talk = talk.asked(Owed.REST);
            }
            if (!lines.isEmpty()) {
                sends.add(new Send(side, lines));
                next = next.with(side, talk);
            }
        }
        return next.go(sends, patience.reply());
    }

    private Step answered(Side side, Reply reply) {
        Talk talk = talk(side);
        if (reply.code() == FAREWELL) {
            return farewell(side, talk, reply);
        }
        if (talk.owed().isEmpty()) {
            return misled(side, "a reply nobody asked for: " + reply);
        }
        if (reply.isPreliminary()) {
            return preliminary(side, talk.preliminary());
        }
        return switch (talk.meant(reply)) {
            case PORT -> prepared(side, Owed.PORT, reply.isPositive(), reply);
            case REST -> prepared(side, Owed.REST, reply.isIntermediate(), reply);
            case TRANSFER -> transferred(side, reply);
        };
    }

    /// A server that ends its session after its final reply has done its part.
    private Step farewell(Side side, Talk talk, Reply reply) {
        if (talk.end().isPresent()) {
            return with(side, talk.drop()).stay();
        }
        Owed owed = talk.owed().isEmpty() ? Owed.TRANSFER : talk.owed().getFirst();
        return with(side, talk.drop())
                .over(new Verdict.Refused(side, commandOf(side, owed), reply));
    }

    private Step preliminary(Side side, Talk talk) {
        Handshake next = with(side, talk);
        if (talk.preliminaries() > MOST_PRELIMINARIES) {
            return next.misled(side, "no end to the preliminary replies");
        }
        return side == Side.SOURCE && next.isTargetUnasked() ? next.startTarget() : next.stay();
    }

    private Step prepared(Side side, Owed what, boolean accepted, Reply reply) {
        Handshake next = with(side, talk(side).answered(what));
        boolean ended = source.end().isPresent() || target.end().isPresent();
        if (!accepted && talk(side).end().isEmpty()) {
            return next.over(new Verdict.Refused(side, commandOf(side, what), reply));
        }
        if (next.source.owesTransfer() || next.target.owesTransfer()) {
            return ended ? next.stay() : next.go(List.of(), next.transferWait());
        }
        return next.owing().isEmpty() ? next.startPrepared() : next.stay();
    }

    /// The transfer commands of a start that was prepared: where it is safe, RETR goes alone until
    /// the source has shown that it has no objection.
    private Step startPrepared() {
        boolean targetHearsFirst = plan.active() == Side.SOURCE && !plan.passiveIsTlsClient();
        if (plan.careful() && !targetHearsFirst) {
            return asking(Side.SOURCE).go(List.of(transfer(Side.SOURCE)), patience.objection());
        }
        Side first = plan.passiveIsTlsClient() ? plan.active() : plan.passive();
        return asking(first)
                .asking(first.other())
                .go(List.of(transfer(first), transfer(first.other())), transferWait());
    }

    private boolean isTargetUnasked() {
        return source.owesTransfer() && !target.owesTransfer() && target.end().isEmpty();
    }

    private Step startTarget() {
        Handshake next = asking(Side.TARGET);
        return next.go(List.of(transfer(Side.TARGET)), next.transferWait());
    }

    private Handshake asking(Side side) {
        return with(side, talk(side).asked(Owed.TRANSFER));
    }

    private Send transfer(Side side) {
        return new Send(side, List.of(plan.transferCommand(side)));
    }

    private Step transferred(Side side, Reply reply) {
        Handshake next = with(side, talk(side).ended(reply));
        Talk other = talk(side.other());
        if (other.lost().isPresent()) {
            return next.over(next.loss(side.other(), other.lost().get()));
        }
        if (other.end().isPresent()) {
            return next.over(next.bothAnswered());
        }
        if (!other.owesTransfer()) {
            return reply.isPositive()
                    ? next.misled(side, "the end of a transfer that had not begun: " + reply)
                    : next.over(new Verdict.Refused(side, plan.transferCommand(side), reply));
        }
        return next.go(List.of(), reply.isPositive() ? patience.afterEnd() : patience.afterError());
    }

    private Step gone(Side side, IOException cause) {
        if (talk(side).end().isPresent() || talk(side).lost().isPresent()) {
            return stay();
        }
        Handshake next = with(side, talk(side).lose(cause));
        return isMoving()
                ? next.go(List.of(), patience.afterError())
                : next.over(next.loss(side, cause));
    }

    /// Some servers close their control connection when the other one cuts the data connection; why
    /// it did says more.
    private Verdict loss(Side side, IOException cause) {
        Side other = side.other();
        return talk(other)
                .end()
                .filter(reply -> OF_FILE.contains(reply.code()))
                .<Verdict>map(
                        reply -> new Verdict.Refused(other, plan.transferCommand(other), reply))
                .orElseGet(() -> new Verdict.Lost(side, cause));
    }

    private Step observed(long bytes) {
        boolean news = sight.isNews(bytes);
        // A file that was there before is nothing of this transfer.
        boolean ours = target.isAsked() && !plan.replaces().equals(OptionalLong.of(bytes));
        Handshake next = with(sight.seen(bytes, ours));
        if (news && isMoving()) {
            return next.go(List.of(), next.transferWait());
        }
        boolean draining = news && source.end().map(Reply::isPositive).orElse(false);
        return draining ? next.go(List.of(), patience.afterEnd()) : next.stay();
    }

    /// Silence of a watch that broke off is no sign of a stall.
    private Step unobserved() {
        Handshake next = with(sight.lost());
        return isMoving() && !sight.blind() ? next.go(List.of(), patience.blind()) : next.stay();
    }

    /// One that does not even answer on another session is not merely busy.
    private Step unanswered() {
        Handshake next = with(sight.unanswered());
        return isMoving() && !sight.silent() ? next.go(List.of(), patience.growth()) : next.stay();
    }

    private boolean isMoving() {
        boolean lost = source.lost().isPresent() || target.lost().isPresent();
        return source.owesTransfer() && target.owesTransfer() && !lost;
    }

    /// How long to wait while both transfer commands run.
    private Duration transferWait() {
        if (sight.silent()) {
            return patience.growth();
        }
        if (sight.blind()) {
            return patience.blind();
        }
        if (sight.moved()) {
            return patience.growth();
        }
        return sight.isEmptyFile() ? patience.firstByte() : patience.blind();
    }

    private Step late() {
        for (Side side : Side.values()) {
            if (talk(side).lost().isPresent()) {
                return over(loss(side, talk(side).lost().get()));
            }
        }
        if (isTargetUnasked()) {
            // Most passive servers say nothing before the other has connected.
            return startTarget();
        }
        var owing = owing();
        Optional<Reply> said = source.end().or(target::end);
        if (said.isPresent() && !said.get().isPositive()) {
            Side side = source.end().isPresent() ? Side.SOURCE : Side.TARGET;
            return over(new Verdict.Refused(side, plan.transferCommand(side), said.get()));
        }
        return over(new Verdict.Stalled(stall(said.isPresent()), owing));
    }

    private FxpEnd.Stall stall(boolean halfEnded) {
        if (sight.silent()) {
            return FxpEnd.Stall.UNANSWERED;
        }
        if (sight.moved()) {
            return FxpEnd.Stall.MOVED;
        }
        return halfEnded ? FxpEnd.Stall.HALF_ENDED : FxpEnd.Stall.STILL;
    }

    /// What that server believes is not known any more, whether or not it owes something.
    private Step misled(Side side, String words) {
        return with(side, talk(side).drop())
                .over(new Verdict.Misled(side, new GarbledException(words)));
    }

    private Verdict bothAnswered() {
        return new Verdict.BothAnswered(source.end().orElseThrow(), target.end().orElseThrow());
    }

    private String commandOf(Side side, Owed owed) {
        return switch (owed) {
            case PORT -> plan.portCommand();
            case REST -> plan.restCommand();
            case TRANSFER -> plan.transferCommand(side);
        };
    }

    private Set<Side> owing() {
        var owing = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            if (!talk(side).owed().isEmpty()) {
                owing.add(side);
            }
        }
        return owing;
    }

    /// Some servers keep the place of a REST for the next file, if this one does not begin.
    private Set<Side> unsettled() {
        Set<Side> unsettled = owing();
        for (Side side : Side.values()) {
            boolean keepsPlace =
                    plan.offset() > 0 && (talk(side).end().isEmpty() || talk(side).isRefused());
            if (keepsPlace || talk(side).dropped()) {
                unsettled.add(side);
            }
        }
        return unsettled;
    }

    /// What has become of the STOR so far.
    FxpEnd.Store store() {
        if (!target.isAsked()) {
            return FxpEnd.Store.UNSENT;
        }
        return target.isRefused() ? FxpEnd.Store.REFUSED : FxpEnd.Store.BEGUN;
    }

    private Talk talk(Side side) {
        return side == Side.SOURCE ? source : target;
    }

    private Handshake with(Side side, Talk talk) {
        return side == Side.SOURCE
                ? new Handshake(plan, patience, talk, target, sight)
                : new Handshake(plan, patience, source, talk, sight);
    }

    private Handshake with(Sight other) {
        return new Handshake(plan, patience, source, target, other);
    }

    private Step go(List<Send> sends, Duration wait) {
        return new Step(this, sends, Optional.of(wait), Optional.empty());
    }

    private Step stay() {
        return new Step(this, List.of(), Optional.empty(), Optional.empty());
    }

    private Step over(Verdict verdict) {
        return new Step(
                this,
                List.of(),
                Optional.empty(),
                Optional.of(new FxpEnd(verdict, unsettled(), store())));
    }
}
