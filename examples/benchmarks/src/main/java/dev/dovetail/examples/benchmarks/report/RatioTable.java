package dev.dovetail.examples.benchmarks.report;

import dev.dovetail.examples.benchmarks.contender.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Tables in Markdown: a row for each case, a column for each contender. A cell has the contender's median, then how many
 * times that is what {@code by hand} takes, then how many times that is the {@code limit}.
 */
public record RatioTable(Results results) {

    /** The table of times, at a latency. */
    public String times(int latency) {
        return table("time in ms", latency, each -> each.microseconds() / 1_000);
    }

    /** The table of what is allocated, at a latency. */
    public String allocation(int latency) {
        return table("allocated kB", latency, each -> each.bytes() / 1_000);
    }

    private String table(String title, int latency, ToDoubleFunction<Measurement> value) {
        List<String> contenders = results.contenders().stream()
                .filter(each -> !Entry.YARDSTICKS.contains(each))
                .toList();
        String head = "| " + title + " · by hand = 1 · limit = 1 | " + String.join(" | ", contenders) + " |\n|---|"
                + "---:|".repeat(contenders.size()) + "\n";
        return results.requests().stream()
                .map(each -> "| " + each + " | "
                        + contenders.stream()
                                .map(contender -> cell(each, latency, contender, value))
                                .collect(Collectors.joining(" | "))
                        + " |")
                .collect(Collectors.joining("\n", head, "\n"));
    }

    private String cell(String request, int latency, String contender, ToDoubleFunction<Measurement> value) {
        return results.of(request, latency, contender)
                .map(each -> Numbers.shortened(value.applyAsDouble(each)) + " · " + ratio(each, Entry.BY_HAND, value)
                        + " · " + ratio(each, Entry.LIMIT, value))
                .orElse("–");
    }

    private String ratio(Measurement measured, String base, ToDoubleFunction<Measurement> value) {
        Optional<Measurement> other = results.of(measured.request(), measured.latency(), base);
        return other.map(each -> Numbers.shortened(value.applyAsDouble(measured) / value.applyAsDouble(each)))
                .orElse("–");
    }
}
