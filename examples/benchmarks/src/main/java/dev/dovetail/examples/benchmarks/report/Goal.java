package dev.dovetail.examples.benchmarks.report;

import java.util.OptionalDouble;

/**
 * Something that is to be reached.
 *
 * @param title what is measured, and against what
 * @param bound what it may be at most
 * @param value what it is; empty where it was not measured
 */
record Goal(String title, double bound, OptionalDouble value) {

    /** A row of a table in Markdown. */
    String row() {
        return "| " + title + " | ≤ " + Numbers.shortened(bound) + " | "
                + (value.isPresent() ? Numbers.shortened(value.getAsDouble()) : "–") + " | " + verdict() + " |";
    }

    private String verdict() {
        if (value.isEmpty()) {
            return "not measured";
        }
        return value.getAsDouble() <= bound ? "yes" : "no";
    }
}
