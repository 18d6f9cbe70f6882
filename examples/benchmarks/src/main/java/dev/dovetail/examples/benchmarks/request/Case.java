package dev.dovetail.examples.benchmarks.request;

import java.util.Locale;

/**
 * One request that is measured.
 *
 * @param shape what it joins
 * @param rows the number of rows that its action answers with
 */
public record Case(Shape shape, int rows) {

    /** What it is called on the command line, such as {@code children-1000}. */
    public String name() {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + rows;
    }

    /** What tables and charts call it. */
    public String title() {
        return String.format(Locale.ROOT, "%,d → %s", rows, shape.title());
    }

    /** The statements of a program that sends one for each parent. */
    public int statementsOfEachParent() {
        return switch (shape) {
            case LEVELS -> rows + rows + rows * Cases.CHILDREN;
            case SIBLINGS -> 3 * rows;
            default -> rows;
        };
    }
}
