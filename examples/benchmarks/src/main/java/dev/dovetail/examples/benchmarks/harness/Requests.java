package dev.dovetail.examples.benchmarks.harness;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.data.Pool;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Cases;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One case in a JVM of its own, which JMH starts, warms up and measures.
 *
 * <p>JMH would run one contender for some seconds, then the next: what else the machine does meanwhile would make the one
 * slower and not the other, and a ratio of the two would be that of their luck. So a benchmark's operation is a
 * {@link Round} of all contenders here, and each has a clock of its own around its part of the operation; a part takes
 * from fifty microseconds to seconds, where a clock's own twenty-five nanoseconds are nothing. What the clocks say goes
 * into JMH's results as secondary ones by {@link EachContender}, one median for each iteration. The primary result, the
 * time of a whole round, means nothing.
 *
 * <p>All contenders being in one JVM, none has code of graphql-java's or the driver's compiled for itself alone: they
 * share what the JIT compiler has learnt from all of them, as the requests of a server do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Requests {

    private static volatile Map<String, Samples> samples = Map.of();

    /** The case's name. */
    @Param("children-1000")
    public String request = "";

    private @Nullable HikariDataSource pool;
    private @Nullable Round round;

    /** The samples of the iteration that runs, by the contenders' names. */
    static Map<String, Samples> samples() {
        return samples;
    }

    @Setup(Level.Trial)
    public void start() {
        pool = Pool.to(Fork.port());
        Case measured = Cases.named(request).get(0);
        Map<String, Contender> contenders = Fork.contenders(pool);
        Answers.check(measured, contenders);
        round = new Round(measured, contenders);
        samples = round.samples();
    }

    @Benchmark
    public void round(Blackhole blackhole) {
        Objects.requireNonNull(round).run(blackhole);
    }

    @TearDown(Level.Trial)
    public void stop() {
        Objects.requireNonNull(pool).close();
    }
}
