package dev.dovetail.examples.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/** Gives JMH what each contender took in an iteration, as secondary results: medians of time and of allocation. */
public final class EachContender implements InternalProfiler {

    /** Behind the contender's name, the label of its time. */
    public static final String TIME = ": time";

    /** Behind the contender's name, the label of what it allocated. */
    public static final String ALLOCATION = ": allocation";

    private IterationType phase = IterationType.WARMUP;

    @Override
    public String getDescription() {
        return "Time and allocation of each contender";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (iteration.getType() != phase) {
            // who was slow before all was compiled is not to sit out for it
            Requests.samples().values().forEach(Samples::reset);
            phase = iteration.getType();
        }
        Requests.samples().values().forEach(Samples::clear);
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result<?>> results = new ArrayList<>();
        Requests.samples().forEach((name, samples) -> {
            if (samples.size() > 0) {
                results.add(median(name + TIME, samples.medianNanoseconds() / 1_000, "us/op"));
                results.add(median(name + ALLOCATION, samples.medianBytes(), "B/op"));
            }
        });
        return results;
    }

    private static ScalarResult median(String label, double value, String unit) {
        return new ScalarResult(label, value, unit, AggregationPolicy.AVG);
    }
}
