package dev.dovetail.examples.benchmarks.report;

import java.util.Locale;

/** Numbers as tables and charts show them. */
final class Numbers {

    private Numbers() {}

    /** With about three digits. */
    static String shortened(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
