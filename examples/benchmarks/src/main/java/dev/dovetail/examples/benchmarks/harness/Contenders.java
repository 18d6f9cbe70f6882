package dev.dovetail.examples.benchmarks.harness;

import dev.dovetail.examples.benchmarks.contender.Entry;
import dev.dovetail.examples.benchmarks.contender.byhand.ByHand;
import dev.dovetail.examples.benchmarks.contender.dovetail.WithDovetail;
import dev.dovetail.examples.benchmarks.contender.limit.Limit;
import dev.dovetail.examples.benchmarks.contender.limit.PrimaryKeySelect;
import dev.dovetail.examples.benchmarks.contender.nplusone.OneByOne;
import dev.dovetail.examples.benchmarks.contender.spring.WithSpring;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Shape;
import java.util.List;
import java.util.stream.Stream;

/** All contenders, in the order of tables and charts. One more is one more line. */
public final class Contenders {

    /** Those that answer alike. */
    public static final List<Entry> ALL = List.of(
            Entry.of(Entry.LIMIT, Limit::new),
            Entry.of(Entry.BY_HAND, ByHand::on),
            new Entry(Entry.ONE_BY_ONE, OneByOne::on, Contenders::isBearable),
            Entry.of(Entry.SPRING, WithSpring::on),
            Entry.of(Entry.DOVETAIL, WithDovetail::on),
            Entry.of(Entry.WITH_STRATEGY, WithDovetail::withStrategy),
            new Entry(
                    Entry.WITH_EXECUTOR,
                    WithDovetail::withExecutor,
                    (request, latency) -> request.shape() == Shape.SIBLINGS),
            new Entry(
                    Entry.FEWEST_TRIPS,
                    WithDovetail::withFewestTrips,
                    (request, latency) -> request.shape() == Shape.LEVELS));

    /** Less than an answer, for the goal of a single row. */
    private static final List<Entry> YARDSTICKS = List.of(
            new Entry(Entry.ACTION_ALONE, WithDovetail::actionAlone, Contenders::isSingleRow),
            new Entry(Entry.PRIMARY_KEY_SELECT, PrimaryKeySelect::new, Contenders::isSingleRow));

    private Contenders() {}

    /** Those of the names given that take part in a case, and the yardsticks. */
    public static List<Entry> of(Case request, int latency, List<String> names) {
        return Stream.concat(ALL.stream().filter(each -> names.contains(each.name())), YARDSTICKS.stream())
                .filter(each -> each.takesPart().test(request, latency))
                .toList();
    }

    /** The contender of this name. */
    static Entry named(String name) {
        return Stream.concat(ALL.stream(), YARDSTICKS.stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender " + name));
    }

    /** Thousands of statements, each a round trip, would be most of the time of a run and tell nothing new. */
    private static boolean isBearable(Case request, int latency) {
        return request.statementsOfEachParent() <= (latency == 0 ? 12_000 : 1_000);
    }

    private static boolean isSingleRow(Case request, int latency) {
        return request.shape() == Shape.OBJECT && request.rows() == 1;
    }
}
