package dev.dovetail.examples.benchmarks.data;

/**
 * How many rows the heavy parents have.
 *
 * @param postsOfForum the posts of each of 1,000 forums
 * @param linesOfReport the lines of the only report
 */
public record Sizes(int postsOfForum, int linesOfReport) {

    /** What is measured. */
    public static final Sizes FULL = new Sizes(1_000, 10_000);

    /** Enough to compare answers. */
    public static final Sizes SMALL = new Sizes(5, 50);
}
