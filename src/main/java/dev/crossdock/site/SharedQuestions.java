package dev.crossdock.site;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// Lets threads that want to know the same thing at the same time share one question.
///
/// The answer is given to those who wait for it and then forgotten.
final class SharedQuestions<K, A> {

    private final Map<K, Pending<A>> open = new ConcurrentHashMap<>();

    /// Puts the question to the user; no lock is held meanwhile.
    interface Question<A> {
        A put() throws InterruptedException;
    }

    /// Puts the question, or waits for the answer if it is being put already.
    ///
    /// If whoever put it was interrupted, one of those who waited puts it anew.
    A ask(K key, Question<A> question) throws InterruptedException {
        while (true) {
            var mine = new Pending<A>();
            Pending<A> others = open.putIfAbsent(key, mine);
            if (others == null) {
                return put(key, mine, question);
            }
            Optional<A> answer = others.await();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private A put(K key, Pending<A> mine, Question<A> question) throws InterruptedException {
        try {
            A answer = question.put();
            mine.answer = answer;
            return answer;
        } finally {
            open.remove(key);
            mine.done.countDown();
        }
    }

    private static final class Pending<A> {
        final CountDownLatch done = new CountDownLatch(1);
        volatile @Nullable A answer;

        /// Empty if the question was given up. People may take their time: no deadline.
        Optional<A> await() throws InterruptedException {
            done.await();
            return Optional.ofNullable(answer);
        }
    }
}
