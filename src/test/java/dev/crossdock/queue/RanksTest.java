package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

class RanksTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void areASortedSetWhateverIsAddedAndRemoved(long seed) {
        var random = new Random(seed);
        var ranks = new Ranks();
        var wanted = new TreeSet<Rank>();
        int range = seed % 2 == 0 ? 3_000 : 1_000_000;

        for (int step = 0; step < 40_000; step++) {
            Rank rank = rank(random.nextInt(range) / 3, random.nextInt(range));
            if (random.nextInt(3) > 0) {
                assertEquals(wanted.add(rank), ranks.add(rank));
            } else {
                Rank gone = random.nextBoolean() || wanted.isEmpty() ? rank : wanted.first();
                assertEquals(wanted.remove(gone), ranks.remove(gone));
            }
        }

        List<Rank> sorted = new ArrayList<>(wanted);
        assertEquals(sorted, ranks.part(0, ranks.size()));
        for (int index = 0; index < sorted.size(); index += 97) {
            assertEquals(sorted.get(index), ranks.get(index));
            assertEquals(index, ranks.search(sorted.get(index)));
            assertTrue(ranks.contains(sorted.get(index)));
        }
        for (int i = 0; i < 1_000; i++) {
            Rank rank = rank(random.nextInt(range) / 3, random.nextInt(range));
            int where = Collections.binarySearch(sorted, rank);
            assertEquals(where >= 0 ? where : -where - 1, ranks.search(rank));
            assertEquals(where >= 0, ranks.contains(rank));
        }
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var ranks = new Ranks();
        ranks.add(rank(1, 1));
        Ranks copy = ranks.copy();

        copy.add(rank(2, 2));
        ranks.remove(rank(1, 1));

        assertEquals(0, ranks.size());
        assertEquals(List.of(rank(1, 1), rank(2, 2)), copy.part(0, 2));
    }

    @Test
    void thereIsNothingOutsideOfThem() {
        var ranks = new Ranks();
        assertThrows(IndexOutOfBoundsException.class, () -> ranks.get(0));
        ranks.add(rank(1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> ranks.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> ranks.get(1));
        assertFalse(ranks.remove(rank(1, 2)));
        assertFalse(new Ranks().remove(rank(1, 2)));
    }

    private static Rank rank(long order, long id) {
        return new Rank(order, new JobId(id));
    }
}
