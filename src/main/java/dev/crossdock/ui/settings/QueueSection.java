package dev.crossdock.ui.settings;

import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.Retry;
import dev.crossdock.site.TransferSettings.Slots;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

import java.time.Duration;
import java.util.stream.Stream;

/// How much goes on at once, and how often a job is tried.
final class QueueSection implements Section {

    private static final int LONGEST = (int) Retry.LONGEST.toSeconds();

    private final WholeNumber betweenTwo = WholeNumber.between(1, TransferSettings.MOST_SLOTS);
    private final WholeNumber inAll = WholeNumber.between(1, TransferSettings.MOST_SLOTS);
    private final WholeNumber tries = WholeNumber.between(1, Retry.MOST_TRIES);
    private final WholeNumber firstDelay = WholeNumber.between(1, LONGEST);
    private final WholeNumber longestDelay = WholeNumber.between(1, LONGEST);
    private final StringBinding longestProblem =
            Bindings.createStringBinding(
                    this::longestProblemNow,
                    firstDelay.typedProperty(),
                    longestDelay.typedProperty());
    private final ObservableBooleanValue wrong =
            Bindings.createBooleanBinding(
                    this::isWrong,
                    betweenTwo.problemProperty(),
                    inAll.problemProperty(),
                    tries.problemProperty(),
                    firstDelay.problemProperty(),
                    longestProblem);

    WholeNumber betweenTwo() {
        return betweenTwo;
    }

    WholeNumber inAll() {
        return inAll;
    }

    WholeNumber tries() {
        return tries;
    }

    /// In seconds.
    WholeNumber firstDelay() {
        return firstDelay;
    }

    /// In seconds.
    WholeNumber longestDelay() {
        return longestDelay;
    }

    /// What is wrong with the longest delay, by itself or beside the first.
    ObservableStringValue longestProblemProperty() {
        return longestProblem;
    }

    @Override
    public void show(TransferSettings settings) {
        betweenTwo.show(settings.slots().betweenTwo());
        inAll.show(settings.slots().inAll());
        tries.show(settings.retry().tries());
        firstDelay.show((int) settings.retry().firstDelay().toSeconds());
        longestDelay.show((int) settings.retry().longestDelay().toSeconds());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        var slots =
                new Slots(
                        betweenTwo.value().orElseThrow(),
                        inAll.value().orElseThrow(),
                        settings.slots().bySite());
        var retry =
                new Retry(
                        tries.value().orElseThrow(),
                        Duration.ofSeconds(firstDelay.value().orElseThrow()),
                        Duration.ofSeconds(longestDelay.value().orElseThrow()));
        return settings.with(slots).with(retry);
    }

    @Override
    public ObservableBooleanValue wrong() {
        return wrong;
    }

    private boolean isWrong() {
        return Stream.of(betweenTwo, inAll, tries, firstDelay).anyMatch(WholeNumber::isWrong)
                || !longestProblem.get().isEmpty();
    }

    private String longestProblemNow() {
        boolean shorter =
                longestDelay.value().isPresent()
                        && longestDelay.value().getAsInt() < firstDelay.value().orElse(0);
        return shorter
                ? Strings.text("settings.queue.longest.problem")
                : longestDelay.problemProperty().get();
    }
}
