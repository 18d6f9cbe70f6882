package dev.dovetail.examples.benchmarks.harness;

import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a case is measured.
 *
 * @param warmUps the iterations that do not count
 * @param iterations the iterations that do
 * @param iteration the time of each
 */
public record Plan(int warmUps, int iterations, TimeValue iteration) {

    /** For results that are shown. */
    public static final Plan FULL = new Plan(6, 10, TimeValue.seconds(2));

    /** For a look while one works on something. */
    public static final Plan QUICK = new Plan(5, 5, TimeValue.seconds(2));
}
