package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Lets all contenders answer one request, each once, in a new order every time. What disturbs the machine disturbs all of
 * them then, and none always follows the one that leaves the most garbage. Not thread-safe.
 *
 * <p>A contender that has taken far more time than the others sits out until they have caught up, or a run would be about
 * the slowest of them alone.
 */
final class Round {

    private static final int SHARE_OF_SLOW = 2;

    private final Case request;
    private final Map<String, Contender> contenders;
    private final Map<String, Samples> samples = new LinkedHashMap<>();
    private final List<String> order;
    private final Random random = new Random(20_260_101);

    Round(Case request, Map<String, Contender> contenders) {
        this.request = request;
        this.contenders = contenders;
        this.order = new ArrayList<>(contenders.keySet());
        order.forEach(name -> samples.put(name, new Samples()));
    }

    /** What was measured since they were last cleared, by the contenders' names. */
    Map<String, Samples> samples() {
        return samples;
    }

    void run(Blackhole blackhole) {
        Collections.shuffle(order, random);
        long usual = medianOfTotals();
        for (String name : order) {
            if (samples(name).total() <= SHARE_OF_SLOW * usual) {
                measure(name, blackhole);
            }
        }
    }

    private long medianOfTotals() {
        long[] totals =
                samples.values().stream().mapToLong(Samples::total).sorted().toArray();
        return totals[totals.length / 2];
    }

    private void measure(String name, Blackhole blackhole) {
        Contender contender = Objects.requireNonNull(contenders.get(name));
        long allocated = Allocation.total();
        long start = System.nanoTime();
        byte[] answer = contender.answer(request);
        long took = System.nanoTime() - start;
        samples(name).add(took, Allocation.total() - allocated);
        blackhole.consume(answer);
    }

    private Samples samples(String name) {
        return Objects.requireNonNull(samples.get(name));
    }
}
