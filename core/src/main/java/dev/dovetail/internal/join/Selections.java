package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.arguments.Counts;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client selects below a joined field. Columns that the caller may not read are left out here, and refused by the
 * fields that show them.
 */
final class Selections {

    private Selections() {}

    /** The fields of this name, at any alias. */
    static List<SelectedField> named(DataFetchingFieldSelectionSet selection, String name) {
        return selection.getImmediateFields().stream()
                .filter(field -> field.getName().equals(name))
                .toList();
    }

    /** The fields of the second name below fields of the first. */
    static List<SelectedField> named(DataFetchingFieldSelectionSet selection, String name, String below) {
        return named(selection, name).stream()
                .flatMap(field -> named(field.getSelectionSet(), below).stream())
                .toList();
    }

    /** The positions of the columns that fields of a type need. */
    static BitSet columns(TableType type, Grant grant, Set<String> names) {
        BitSet columns = new BitSet();
        for (String name : names) {
            if (!name.startsWith("__")) {
                columns.or(type.columnsFor(name, grant.hidden()));
            }
        }
        return columns;
    }

    /** The aggregates that are selected, each once. */
    static List<Aggregate> aggregates(
            TableType type, Grant grant, Vocabulary words, DataFetchingFieldSelectionSet selection) {
        Set<Aggregate> aggregates = new LinkedHashSet<>();
        for (SelectedField aggregate : named(selection, words.own("aggregate"))) {
            for (SelectedField field : aggregate.getSelectionSet().getImmediateFields()) {
                AggregateFunction function = words.functions().get(field.getName());
                if (function == AggregateFunction.COUNT) {
                    addCount(aggregates, type, grant, words, field.getArguments());
                } else if (function != null) {
                    aggregates.addAll(columns(type, grant, function, field));
                }
            }
        }
        return new ArrayList<>(aggregates);
    }

    private static void addCount(
            Set<Aggregate> aggregates, TableType type, Grant grant, Vocabulary words, Map<String, Object> arguments) {
        try {
            aggregates.add(Counts.read(type, grant, words, arguments));
        } catch (FieldFailure refused) {
            // The count's own field is refused for the same reason, and says so.
        }
    }

    private static List<Aggregate> columns(
            TableType type, Grant grant, AggregateFunction function, SelectedField values) {
        List<Aggregate> aggregates = new ArrayList<>();
        for (SelectedField value : values.getSelectionSet().getImmediateFields()) {
            Integer position = type.columnsByField().get(value.getName());
            if (position != null && !grant.hidden().get(position)) {
                aggregates.add(Aggregate.of(function, type.table().columns().get(position)));
            }
        }
        return aggregates;
    }
}
