package dev.dovetail.listener;

import java.time.Duration;
import java.util.List;

/**
 * What a batch found.
 *
 * @param rows how many rows, those of {@link #along()} left aside; without a table, how many keys had a value
 * @param failedKeys how many keys have rows that could not be had, while those of the others could; calls of an action
 *     that were refused
 * @param statements the texts of the statements that the source says it sent, with placeholders for values; those that it
 *     had to repeat included. Empty where the source says nothing. What a host writes into a condition as a literal
 *     instead of a bind value is in the text
 * @param time from the start of the batch until its rows were there, with waiting for a thread and a connection
 * @param along the relationships that the same statements answered for the rows that were found
 */
public record JoinResult(long rows, int failedKeys, List<String> statements, Duration time, List<JoinedAlong> along) {

    public JoinResult {
        statements = List.copyOf(statements);
        along = List.copyOf(along);
    }
}
