package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.request.Case;
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

    /** A contender that is measured with every request. */
    public static Entry of(String name, Function<DataSource, Contender> create) {
        return new Entry(name, create, (request, latency) -> true);
    }
}
