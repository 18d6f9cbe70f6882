package dev.dovetail.examples.benchmarks.contender.limit;

import java.sql.Connection;
import java.sql.SQLException;

/** Answers the requests of one shape. */
@FunctionalInterface
interface Part {

    /** Reads what the action's rows need, and writes the value of {@code data}. */
    void write(Connection connection, int rows, Json json) throws SQLException;
}
