package dev.dovetail.table.contract.loops;

import dev.dovetail.table.AggregateFunction;
import java.util.List;

/** Means and what is made of them. */
final class Statistics {

    private Statistics() {}

    static Double of(AggregateFunction function, List<Object> values) {
        double[] numbers = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
        boolean population = function == AggregateFunction.VAR_POP || function == AggregateFunction.STDDEV_POP;
        int parts = function == AggregateFunction.AVG || population ? numbers.length : numbers.length - 1;
        if (parts <= 0) {
            return null;
        }
        double mean = mean(numbers);
        double variance = 0;
        for (double number : numbers) {
            variance += (number - mean) * (number - mean) / parts;
        }
        return switch (function) {
            case AVG -> mean;
            case VARIANCE, VAR_POP, VAR_SAMP -> variance;
            default -> Math.sqrt(variance);
        };
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
