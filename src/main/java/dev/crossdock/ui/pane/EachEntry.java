package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.ui.control.Strings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Does one thing to each of several entries; one that is refused does not keep the others from it.
final class EachEntry {

    @FunctionalInterface
    interface Step {
        void take(Entry entry) throws FailureException, InterruptedException;
    }

    private EachEntry() {}

    /// @throws FailureException the first refusal, with all of them in its details; or at once what
    ///   would befall the rest as well, such as a lost connection
    static void of(List<Entry> entries, Step step) throws FailureException, InterruptedException {
        var refusals = new ArrayList<Failure>();
        for (Entry entry : entries) {
            try {
                step.take(entry);
            } catch (FailureException e) {
                if (!concernsOnlyOne(e.failure().kind())) {
                    throw e;
                }
                refusals.add(e.failure());
            }
        }
        if (!refusals.isEmpty()) {
            throw new FailureException(together(refusals));
        }
    }

    private static boolean concernsOnlyOne(Failure.Kind kind) {
        return switch (kind) {
            case REFUSED, EXISTS, NAME, GARBLED -> true;
            case LOGIN,
                    SILENT,
                    UNREACHABLE,
                    LOST,
                    UNTRUSTED,
                    TLS_REJECTED,
                    TRUNCATED,
                    NO_ROUTE,
                    LOCAL_DISK,
                    CANCELLED,
                    BUG ->
                    false;
        };
    }

    private static Failure together(List<Failure> refusals) {
        Failure first = refusals.getFirst();
        if (refusals.size() == 1) {
            return first;
        }
        String details =
                refusals.stream()
                        .map(each -> each.message() + "\n" + each.details())
                        .collect(Collectors.joining("\n"));
        return new Failure(
                first.kind(),
                first.server(),
                Strings.text("pane.refusedSome", first.message(), refusals.size() - 1),
                first.remedy(),
                first.advice(),
                details);
    }
}
