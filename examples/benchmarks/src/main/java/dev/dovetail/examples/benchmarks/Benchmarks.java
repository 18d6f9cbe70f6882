package dev.dovetail.examples.benchmarks;

import dev.dovetail.examples.benchmarks.report.Chart;
import dev.dovetail.examples.benchmarks.report.Goals;
import dev.dovetail.examples.benchmarks.report.RatioTable;
import dev.dovetail.examples.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the contenders, and prints tables of their times and of what they allocate. */
public final class Benchmarks {

    private static final Path RESULTS = Path.of("target", "benchmarks.json");
    private static final Path CHART = Path.of("chart.svg");

    private Benchmarks() {}

    /** Runs what the options say; with {@code --draw}, draws what the last run has measured. */
    public static void main(String[] arguments) throws IOException {
        try {
            if (List.of(arguments).equals(List.of("--draw"))) {
                draw();
            } else {
                measure(Options.parse(arguments));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(Options options) {
        Results results = Run.of(options, System.out, RESULTS);
        RatioTable table = new RatioTable(results);
        for (int latency : results.latencies()) {
            System.out.println("\n" + latency + " ms of latency\n");
            System.out.println(table.times(latency));
            System.out.println(table.allocation(latency));
        }
        System.out.println(new Goals(results).table());
    }

    private static void draw() throws IOException {
        if (Files.notExists(RESULTS)) {
            throw new IllegalStateException("There is nothing to draw: run the benchmarks first");
        }
        Files.writeString(CHART, Chart.of(Results.read(RESULTS)));
        System.out.println("Drawn: " + CHART.toAbsolutePath());
    }
}
