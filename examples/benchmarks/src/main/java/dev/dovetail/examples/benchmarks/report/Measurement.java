package dev.dovetail.examples.benchmarks.report;

/**
 * What a contender took for a request.
 *
 * @param request the case's name
 * @param latency the milliseconds added to each round trip to the database
 * @param contender the contender's name
 * @param microseconds the median time
 * @param bytes the median of what was allocated
 */
public record Measurement(String request, int latency, String contender, double microseconds, double bytes) {

    /** The contender and its time. */
    public String summary() {
        return " " + contender + " " + Numbers.shortened(microseconds / 1_000) + " ms";
    }
}
