package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.contender.byhand.ByHand;
import dev.dovetail.examples.benchmarks.contender.dovetail.WithDovetail;
import dev.dovetail.examples.benchmarks.contender.limit.Limit;
import dev.dovetail.examples.benchmarks.contender.nplusone.OneByOne;
import dev.dovetail.examples.benchmarks.contender.spring.WithSpring;
import dev.dovetail.examples.benchmarks.request.Case;
import java.util.List;

/** All contenders, in the order of tables and charts. One more is one more line. */
public final class Contenders {

    public static final String LIMIT = "limit";
    public static final String BY_HAND = "by hand";
    public static final String DOVETAIL = "dovetail";

    /** All of them. */
    public static final List<Entry> ALL = List.of(
            Entry.of(LIMIT, Limit::new),
            Entry.of(BY_HAND, ByHand::on),
            new Entry("n+1", OneByOne::on, Contenders::isBearable),
            Entry.of("spring", WithSpring::on),
            Entry.of(DOVETAIL, WithDovetail::on));

    private Contenders() {}

    /** Thousands of statements, each a round trip, would be most of the time of a run and tell nothing new. */
    private static boolean isBearable(Case request, int latency) {
        return request.statementsOfEachParent() <= (latency == 0 ? 12_000 : 1_000);
    }
}
