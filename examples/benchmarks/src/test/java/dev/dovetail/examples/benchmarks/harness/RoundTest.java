package dev.dovetail.examples.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

final class RoundTest {

    private static final String PASSWORD =
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";

    private final Blackhole blackhole = new Blackhole(PASSWORD);
    private final List<String> answered = new ArrayList<>();
    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    private Round rounds(int count) {
        Round round = new Round(new Case(Shape.OBJECT, 1), contenders);
        for (int i = 0; i < count; i++) {
            round.run(blackhole);
        }
        return round;
    }

    private void contender(String name, long microseconds, int bytes) {
        contenders.put(name, request -> {
            answered.add(name);
            LockSupport.parkNanos(microseconds * 1_000);
            return new byte[bytes];
        });
    }

    @Test
    void run_everyContender_answersOnceInARound() {
        contender("a", 1_000, 1);
        contender("b", 1_000, 1);
        contender("c", 1_000, 1);

        rounds(1);

        assertThat(answered).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void run_manyRounds_changesTheOrder() {
        contender("a", 1_000, 1);
        contender("b", 1_000, 1);

        rounds(20);

        assertThat(answered.toString()).contains("a, b, a", "b, b");
    }

    @Test
    void run_slowContender_leavesTheOthersTheirTime() {
        contender("a", 1_000, 1);
        contender("b", 1_000, 1);
        contender("slow", 40_000, 1);

        Round round = rounds(15);

        assertThat(round.samples().get("slow").size()).isEqualTo(1);
        assertThat(round.samples().get("a").size()).isEqualTo(15);
    }

    @Test
    void samples_haveTimeAndAllocation() {
        contender("a", 2_000, 1_000_000);

        Samples samples = rounds(5).samples().get("a");

        assertThat(samples.medianNanoseconds()).isGreaterThan(2_000_000);
        assertThat(samples.medianBytes()).isBetween(1_000_000.0, 1_500_000.0);
    }
}
