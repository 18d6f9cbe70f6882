package dev.dovetail.examples.benchmarks.contender;

import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A contender that can be measured.
 *
 * @param name what tables, charts and the command line call it
 * @param create creates it on a database
 */
public record Entry(String name, Function<DataSource, Contender> create) {}
