package dev.dovetail.examples.benchmarks.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All requests that are measured. */
public final class Cases {

    /** The orders of each user. */
    public static final int CHILDREN = 10;

    private static final List<Case> ALL = all();

    private Cases() {}

    private static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        add(cases, Shape.OBJECT, 1, 100, 1_000, 10_000);
        add(cases, Shape.CHILDREN, 1, 10, 100, 1_000, 10_000);
        add(cases, Shape.TOP_3, 1, 100, 1_000);
        add(cases, Shape.LEVELS, 1, 100, 1_000);
        add(cases, Shape.COMPOSITE, 1, 100, 1_000, 10_000);
        add(cases, Shape.AGGREGATES, 1, 100, 1_000, 10_000);
        add(cases, Shape.SIBLINGS, 1, 100, 1_000);
        add(cases, Shape.THIRTY_COLUMNS, 100, 1_000, 10_000);
        add(cases, Shape.WIDE, 1);
        return List.copyOf(cases);
    }

    private static void add(List<Case> cases, Shape shape, int... rows) {
        for (int each : rows) {
            cases.add(new Case(shape, each));
        }
    }

    /** Every case. */
    public static List<Case> every() {
        return ALL;
    }

    /**
     * The cases whose name is this, or begins with it: {@code children-1000}, {@code children}.
     *
     * @throws IllegalArgumentException if there is none; the message has all names
     */
    public static List<Case> named(String name) {
        List<Case> exactly =
                ALL.stream().filter(each -> each.name().equals(name)).toList();
        List<Case> found = exactly.isEmpty()
                ? ALL.stream().filter(each -> each.name().startsWith(name)).toList()
                : exactly;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no case " + name + ", but "
                    + ALL.stream().map(Case::name).collect(Collectors.joining(", ")));
        }
        return found;
    }
}
