package dev.crossdock.bench;

import java.util.Collection;
import java.util.Locale;

/// The middle of some figures, with the least and the most.
record Spread(double middle, double least, double most) {

    Spread {
        if (!(least <= middle && middle <= most)) {
            throw new IllegalArgumentException("not in order: " + least + ", " + middle);
        }
    }

    static Spread of(Collection<? extends Number> figures) {
        double[] sorted = figures.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        int half = sorted.length / 2;
        double middle =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(middle, sorted[0], sorted[sorted.length - 1]);
    }

    /// How many times the middle of the other this one's is.
    double times(Spread other) {
        return middle / other.middle;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f (%.0f-%.0f)", middle, least, most);
    }
}
