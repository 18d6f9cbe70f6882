package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.contender.byhand.ByHand;
import dev.dovetail.examples.benchmarks.contender.dovetail.WithDovetail;
import dev.dovetail.examples.benchmarks.contender.limit.Limit;
import java.util.List;

/** All contenders, in the order of tables and charts. One more is one more line. */
public final class Contenders {

    public static final String LIMIT = "limit";
    public static final String BY_HAND = "by hand";
    public static final String DOVETAIL = "dovetail";

    /** All of them. */
    public static final List<Entry> ALL =
            List.of(Entry.of(LIMIT, Limit::new), Entry.of(BY_HAND, ByHand::on), Entry.of(DOVETAIL, WithDovetail::on));

    private Contenders() {}
}
