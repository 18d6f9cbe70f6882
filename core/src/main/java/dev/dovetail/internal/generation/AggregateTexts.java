package dev.dovetail.internal.generation;

import dev.dovetail.table.AggregateFunction;

/** What the schema says of aggregates. */
final class AggregateTexts {

    private AggregateTexts() {}

    static String of(AggregateFunction function) {
        return switch (function) {
            case COUNT -> "The number of rows";
            case SUM -> "The sum";
            case AVG -> "The mean";
            case MIN -> "The smallest value";
            case MAX -> "The largest value";
            case STDDEV, STDDEV_SAMP -> "The standard deviation of a sample";
            case STDDEV_POP -> "The standard deviation of a population";
            case VARIANCE, VAR_SAMP -> "The variance of a sample";
            case VAR_POP -> "The variance of a population";
        };
    }
}
