package dev.dovetail.jooq.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Makes random filters. */
record RandomConditions(Pick pick) {

    private static final List<String> JSON_KEYS = List.of("a", "b", "x", "it's");

    /**
     * A filter of a table's rows.
     *
     * @param depth how deeply it may be nested
     */
    Condition of(Table table, int depth) {
        List<Condition> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Condition part : pick.times(pick.of(0, 1, 1, 1, 2), () -> part(table, depth))) {
            if (names.add(part.fields().get(0).split(":")[0])) {
                parts.add(part);
            }
        }
        return new Condition.Every(parts);
    }

    private Condition part(Table table, int depth) {
        List<Relation> relations = Shop.relationsOf(table.type()).stream()
                .filter(Relation::filterable)
                .toList();
        if (depth == 0 || pick.oneIn(2)) {
            return compares(pick.of(table.columns()));
        }
        Supplier<Condition> inner = () -> of(table, depth - 1);
        return switch (pick.below(relations.isEmpty() ? 3 : 5)) {
            case 0 -> new Condition.All(pick.times(pick.below(3), inner));
            case 1 -> new Condition.Some(pick.times(pick.of(0, 2, 2, 3), inner));
            case 2 -> new Condition.Not(inner.get());
            default -> leads(pick.of(relations), depth);
        };
    }

    private Condition leads(Relation relation, int depth) {
        return new Condition.Leads(relation, of(relation.target(), depth - 1));
    }

    private Condition compares(Column column) {
        Map<Comparison, Object> values = new LinkedHashMap<>();
        for (Comparison comparison : pick.some(Comparison.of(column.kind()), 2)) {
            values.put(comparison, value(column, comparison));
        }
        return new Condition.Compares(column, values);
    }

    private Object value(Column column, Comparison comparison) {
        return switch (comparison) {
            case IS_NULL -> pick.oneIn(2);
            case IN, NIN -> pick.times(pick.below(4), () -> one(column));
            case LIKE, NLIKE, ILIKE, NILIKE -> Patterns.randomLike(pick);
            case SIMILAR, NSIMILAR -> pick.of(Patterns.SIMILAR);
            case REGEX, NREGEX, IREGEX, NIREGEX -> pick.of(Patterns.REGULAR);
            case HAS_KEY -> pick.of(JSON_KEYS);
            case HAS_KEYS_ANY, HAS_KEYS_ALL -> pick.some(JSON_KEYS, 2);
            default -> one(column);
        };
    }

    /** A value that the column has somewhere, or might have; clients have no nulls in arrays. */
    private Object one(Column column) {
        Object value = column.notNull().random(pick);
        boolean hasNull = column.kind() == Kind.INTS && Collections.frequency((List<?>) value, null) > 0;
        return hasNull ? List.of(1) : value;
    }
}
