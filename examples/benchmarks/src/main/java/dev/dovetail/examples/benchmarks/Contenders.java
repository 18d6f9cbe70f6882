package dev.dovetail.examples.benchmarks;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.contender.byhand.ByHand;
import dev.dovetail.examples.benchmarks.contender.dovetail.WithDovetail;
import dev.dovetail.examples.benchmarks.contender.limit.Limit;
import java.util.List;

/** All contenders, in the order of tables and charts. */
final class Contenders {

    static final List<Entry> ALL = List.of(
            new Entry("limit", Limit::new), new Entry("by hand", ByHand::on), new Entry("dovetail", WithDovetail::on));

    private Contenders() {}
}
