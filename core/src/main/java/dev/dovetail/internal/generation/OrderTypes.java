package dev.dovetail.internal.generation;

import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.model.Vocabulary.Direction;
import dev.dovetail.internal.schema.Types;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Feature;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Generates the orders of tables' rows: {@code Order_order_by}, and those by aggregates of other rows. */
final class OrderTypes {

    private static final String ENDING = "order_by";

    private final GeneratedTypes types;
    private final ColumnOperators operators;
    private final Vocabulary words;
    private final Faults faults;

    OrderTypes(GeneratedTypes types, ColumnOperators operators, Vocabulary words, Faults faults) {
        this.types = types;
        this.operators = operators;
        this.words = words;
        this.faults = faults;
    }

    /** Empty when the table shows no column that rows can be ordered by. */
    Optional<Type<?>> of(TableType table) {
        return operators.comparableFields(table).isEmpty()
                ? Optional.empty()
                : Optional.of(types.of(table, ENDING, name -> define(name, table)));
    }

    private TypeDefinition<?> define(String name, TableType table) {
        InputFields fields = new InputFields(name, faults);
        operators.comparableFields(table).forEach(field -> fields.add(field, direction(), null));
        table.filterableLinks().forEach((field, link) -> addLink(fields, field, link));
        return Types.input(name, "What rows of " + table.name() + " are ordered by: give one field", fields.all());
    }

    private void addLink(InputFields fields, String field, TableLink link) {
        if (!link.serves(Feature.RELATED_ORDERS)) {
            return;
        }
        TableType target = link.join().target();
        if (link.join().isMany()) {
            fields.add(words.with(field, "aggregate"), aggregates(target), "By what is computed of the rows");
        } else {
            of(target).ifPresent(order -> fields.add(field, order, "By the row that it leads to"));
        }
    }

    private Type<?> aggregates(TableType table) {
        return types.of(table, "aggregate_order_by", name -> defineAggregates(name, table));
    }

    private TypeDefinition<?> defineAggregates(String name, TableType table) {
        InputFields fields = new InputFields(name, faults);
        fields.add(words.function(AggregateFunction.COUNT), direction(), AggregateTexts.of(AggregateFunction.COUNT));
        for (AggregateFunction function : Aggregatable.FUNCTIONS) {
            if (!Aggregatable.fields(function, table).isEmpty()) {
                fields.add(words.function(function), columns(function, table), AggregateTexts.of(function));
            }
        }
        return Types.input(name, "What of rows of " + table.name() + " is ordered by: give one field", fields.all());
    }

    private Type<?> columns(AggregateFunction function, TableType table) {
        return types.of(table, Vocabulary.ending(function, ENDING), name -> {
            InputFields fields = new InputFields(name, faults);
            Aggregatable.fields(function, table).keySet().forEach(field -> fields.add(field, direction(), null));
            return Types.input(name, AggregateTexts.of(function) + ": give one field", fields.all());
        });
    }

    private Type<?> direction() {
        return types.shared(
                words.type(ENDING), name -> Types.enumeration(name, "A direction of an order", directions()));
    }

    private Map<String, String> directions() {
        Map<String, String> texts = new LinkedHashMap<>();
        words.directions().forEach((name, direction) -> texts.put(name, text(direction)));
        return texts;
    }

    private static String text(Direction direction) {
        return (direction.descending() ? "Large values first" : "Small values first")
                + (direction.nullsFirst() ? ", nulls before all" : ", nulls after all");
    }
}
