package dev.dovetail.jooq.oracle;

import java.util.List;
import java.util.stream.Stream;

/**
 * A relationship.
 *
 * @param on the type that has it
 * @param order the columns that its rows are ordered by, as it is declared; empty, or such that no two rows are equal
 * @param many whether it is an array's
 * @param listOfKeys whether the mapped field is a list of keys
 */
public record Relation(
        String on,
        String name,
        Table target,
        List<String> from,
        List<String> to,
        List<Sorted> order,
        boolean many,
        boolean listOfKeys) {

    static Relation object(String on, String name, Table target, String from, String to) {
        return new Relation(on, name, target, words(from), words(to), List.of(), false, false);
    }

    static Relation array(String on, String name, Table target, String from, String to) {
        return new Relation(on, name, target, words(from), words(to), List.of(), true, false);
    }

    Relation orderedBy(String... columns) {
        List<Sorted> declared = Stream.of(columns).map(Sorted::of).toList();
        return new Relation(on, name, target, from, to, declared, many, listOfKeys);
    }

    Relation ofKeys() {
        return new Relation(on, name, target, from, to, order, many, true);
    }

    /** Whether rows can be filtered and ordered by it. */
    public boolean filterable() {
        return !on.equals(Shop.OUTPUT) && !listOfKeys;
    }

    /** A column of a declared order. */
    public record Sorted(String column, boolean descending) {

        /** A minus sign says that large values come first. */
        static Sorted of(String text) {
            boolean descending = text.startsWith("-");
            return new Sorted(descending ? text.substring(1) : text, descending);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
