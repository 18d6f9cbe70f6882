package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.request.Case;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A contender that can be measured.
 *
 * @param name what tables, charts and the command line call it
 * @param create creates it on a database
 * @param takesPart whether it is measured with a request, at so many milliseconds of latency
 */
public record Entry(String name, Function<DataSource, Contender> create, BiPredicate<Case, Integer> takesPart) {

    public static final String LIMIT = "limit";
    public static final String BY_HAND = "by hand";
    public static final String ONE_BY_ONE = "n+1";
    public static final String SPRING = "spring";
    public static final String DOVETAIL = "dovetail";
    public static final String WITH_STRATEGY = "dovetail + strategy";
    public static final String WITH_EXECUTOR = "dovetail + executor";
    public static final String FEWEST_TRIPS = "dovetail + fewest trips";
    public static final String ACTION_ALONE = "action alone";
    public static final String PRIMARY_KEY_SELECT = "primary-key select";

    /** Those that give less than an answer, for the goals alone. */
    public static final List<String> YARDSTICKS = List.of(ACTION_ALONE, PRIMARY_KEY_SELECT);

    /** Those that only some requests show anything new of; tables have them, the chart has no room. */
    public static final List<String> OF_SOME_REQUESTS = List.of(WITH_EXECUTOR, FEWEST_TRIPS);

    /** A contender that is measured with every request. */
    public static Entry of(String name, Function<DataSource, Contender> create) {
        return new Entry(name, create, (request, latency) -> true);
    }
}
