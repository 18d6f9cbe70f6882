package dev.dovetail.examples.benchmarks;

import dev.dovetail.examples.benchmarks.report.RatioTable;
import dev.dovetail.examples.benchmarks.report.Results;
import java.nio.file.Path;

/** Measures the contenders, prints the table of their ratios, and keeps the results for the chart. */
public final class Benchmarks {

    private static final Path RESULTS = Path.of("target", "benchmarks.json");

    private Benchmarks() {}

    /** Runs what the options say. */
    public static void main(String[] arguments) {
        try {
            Results results = Run.of(Options.parse(arguments), System.out);
            results.write(RESULTS);
            print(results);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(Results results) {
        RatioTable table = new RatioTable(results);
        for (int latency : results.latencies()) {
            System.out.println("\n" + latency + " ms of latency\n");
            System.out.println(table.times(latency));
            System.out.println(table.allocation(latency));
        }
    }
}
