package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.Types;
import graphql.language.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates enumerations of the columns in which rows can agree: {@code Order_select_column}. */
record SelectColumnTypes(GeneratedTypes types, ColumnOperators operators) {

    /** No value of an enumeration can have these names. */
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    /** Empty when the table shows no column whose values can be told apart. */
    Optional<Type<?>> of(TableType table) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        operators.comparableFields(table).stream()
                .filter(field -> !LITERALS.contains(field))
                .forEach(field -> values.put(field, null));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(types.of(
                        table, "select_column", name -> Types.enumeration(name, "Columns of " + table.name(), values)));
    }
}
