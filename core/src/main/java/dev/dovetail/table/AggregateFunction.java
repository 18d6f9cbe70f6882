package dev.dovetail.table;

/** What an aggregate computes of a column's values; nulls do not count. */
public enum AggregateFunction {
    /** The number of rows. */
    COUNT,
    /** The sum. */
    SUM,
    /** The mean. */
    AVG,
    /** The smallest value. */
    MIN,
    /** The largest value. */
    MAX,
    /** The standard deviation of a sample; {@link #STDDEV_SAMP} by its short name. */
    STDDEV,
    /** The standard deviation of a population. */
    STDDEV_POP,
    /** The standard deviation of a sample. */
    STDDEV_SAMP,
    /** The variance of a sample; {@link #VAR_SAMP} by its short name. */
    VARIANCE,
    /** The variance of a population. */
    VAR_POP,
    /** The variance of a sample. */
    VAR_SAMP
}
