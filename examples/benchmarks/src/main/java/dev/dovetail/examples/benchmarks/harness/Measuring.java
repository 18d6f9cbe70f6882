package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.report.Measurement;
import dev.dovetail.examples.benchmarks.request.Case;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure cases, each in a JVM of its own. */
public record Measuring(Plan plan) {

    /**
     * Measures one case.
     *
     * @param port where the database listens, or what slows it down
     * @param latency what it is slowed down by, for the result
     * @throws IllegalStateException if a contender fails
     */
    public List<Measurement> measure(Case request, int latency, int port, List<String> contenders) {
        try {
            RunResult result = new Runner(options(request, port, contenders)).runSingle();
            return contenders.stream()
                    .map(each -> new Measurement(
                            request.name(),
                            latency,
                            each,
                            median(result, each + EachContender.TIME),
                            median(result, each + EachContender.ALLOCATION)))
                    .toList();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private Options options(Case request, int port, List<String> contenders) {
        return new OptionsBuilder()
                .include(Requests.class.getName() + ".round")
                .param("request", request.name())
                .addProfiler(EachContender.class)
                .forks(1)
                .jvmArgs(Fork.arguments(port, contenders))
                .warmupIterations(plan.warmUps())
                .warmupTime(plan.iteration())
                .measurementIterations(plan.iterations())
                .measurementTime(plan.iteration())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static double median(RunResult result, String label) {
        double[] sorted = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getSecondaryResults().get(label))
                .filter(Objects::nonNull)
                .mapToDouble(secondary -> secondary.getScore())
                .sorted()
                .toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
