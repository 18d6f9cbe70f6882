package dev.dovetail.internal.generation;

import dev.dovetail.definition.RowArgument;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the arguments by which clients choose among rows. */
record RowArguments(FilterTypes filters, OrderTypes orders, SelectColumnTypes columns, Vocabulary words) {

    /**
     * Arguments for rows of a table; without those that have no meaning for it, because it shows no column.
     *
     * @param named which names are wanted; types of arguments that are not wanted are not generated
     */
    List<InputValueDefinition> of(Collection<RowArgument> allowed, TableType table, Predicate<String> named) {
        List<InputValueDefinition> arguments = new ArrayList<>();
        for (RowArgument argument : allowed) {
            String name = words.argument(argument);
            if (named.test(name)) {
                type(argument, table).ifPresent(type -> arguments.add(Fields.argument(name, type, text(argument))));
            }
        }
        return arguments;
    }

    private Optional<Type<?>> type(RowArgument argument, TableType table) {
        return switch (argument) {
            case WHERE -> Optional.of(filters.of(table));
            case ORDER_BY -> orders.of(table).map(RowArguments::listOf);
            case LIMIT, OFFSET -> Optional.of(TypeTexts.named("Int"));
            case DISTINCT_ON -> columns.of(table).map(RowArguments::listOf);
        };
    }

    private static Type<?> listOf(Type<?> element) {
        return TypeTexts.listOf(TypeTexts.nonNull(element));
    }

    private static String text(RowArgument argument) {
        return switch (argument) {
            case WHERE -> "Only rows that this filter means";
            case ORDER_BY ->
                "The order of the rows; each term decides among those that are equal in the ones before it";
            case LIMIT -> "How many rows at most";
            case OFFSET -> "How many rows to leave out from the beginning";
            case DISTINCT_ON ->
                "Only the first of the rows that agree in these columns; an order must begin with these columns";
        };
    }
}
