package dev.dovetail.examples.benchmarks.report;

import static dev.dovetail.examples.benchmarks.contender.Entry.ACTION_ALONE;
import static dev.dovetail.examples.benchmarks.contender.Entry.BY_HAND;
import static dev.dovetail.examples.benchmarks.contender.Entry.DOVETAIL;
import static dev.dovetail.examples.benchmarks.contender.Entry.LIMIT;
import static dev.dovetail.examples.benchmarks.contender.Entry.PRIMARY_KEY_SELECT;
import static dev.dovetail.examples.benchmarks.contender.Entry.WITH_STRATEGY;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Dovetail is to reach, and whether it has. */
public record Goals(Results results) {

    private static final String CHILDREN = "children-1000";

    /** The table, in Markdown. */
    public String table() {
        return all().stream()
                .map(Goal::row)
                .collect(Collectors.joining("\n", "| goal | | reached | |\n|---|---|---:|---|\n", "\n"));
    }

    private List<Goal> all() {
        return List.of(
                new Goal(CHILDREN + ": dovetail / by hand", 0.6, times(CHILDREN, 0, DOVETAIL, BY_HAND)),
                new Goal(CHILDREN + ": dovetail + strategy / limit", 1.5, times(CHILDREN, 0, WITH_STRATEGY, LIMIT)),
                new Goal(
                        CHILDREN + ": allocation, dovetail / by hand",
                        0.5,
                        ratio(CHILDREN, 0, DOVETAIL, BY_HAND, Measurement::bytes)),
                levels("levels-1"),
                levels("levels-100"),
                levels("levels-1000"),
                singleRow(),
                growth());
    }

    private Goal levels(String request) {
        return new Goal(
                request + " at 1 ms: dovetail / limit with 3 round trips", 1, times(request, 1, DOVETAIL, LIMIT));
    }

    /** What is added to the action's own time, against one select through plain JDBC. */
    private Goal singleRow() {
        OptionalDouble whole = microseconds("object-1", DOVETAIL);
        OptionalDouble action = microseconds("object-1", ACTION_ALONE);
        OptionalDouble select = microseconds("object-1", PRIMARY_KEY_SELECT);
        String title = "object-1: µs added to the action; 1.2 primary-key selects + 50 µs";
        if (whole.isEmpty() || action.isEmpty() || select.isEmpty()) {
            return new Goal(title, 0, OptionalDouble.empty());
        }
        return new Goal(
                title, 1.2 * select.getAsDouble() + 50, OptionalDouble.of(whole.getAsDouble() - action.getAsDouble()));
    }

    /** The steepest of three steps, each to ten times the rows: 1 if the time grows as the rows do. */
    private Goal growth() {
        List<OptionalDouble> times = List.of("children-10", "children-100", CHILDREN, "children-10000").stream()
                .map(each -> microseconds(each, DOVETAIL))
                .toList();
        OptionalDouble steepest = OptionalDouble.empty();
        if (times.stream().allMatch(OptionalDouble::isPresent)) {
            steepest = IntStream.range(1, times.size())
                    .mapToDouble(
                            i -> times.get(i).getAsDouble() / times.get(i - 1).getAsDouble() / 10)
                    .max();
        }
        return new Goal("growth from 100 to 100,000 rows: time / rows, steepest step", 1.15, steepest);
    }

    private OptionalDouble microseconds(String request, String contender) {
        return results.of(request, 0, contender).stream()
                .mapToDouble(Measurement::microseconds)
                .findAny();
    }

    private OptionalDouble times(String request, int latency, String contender, String base) {
        return ratio(request, latency, contender, base, Measurement::microseconds);
    }

    private OptionalDouble ratio(
            String request, int latency, String contender, String base, ToDoubleFunction<Measurement> value) {
        return results.of(request, latency, contender).stream()
                .flatMapToDouble(measured -> results.of(request, latency, base).stream()
                        .mapToDouble(other -> value.applyAsDouble(measured) / value.applyAsDouble(other)))
                .findAny();
    }
}
