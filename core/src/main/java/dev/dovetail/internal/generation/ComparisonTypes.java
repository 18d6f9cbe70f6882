package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.internal.schema.Types;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Generates what columns can be compared by: {@code Int_comparison_exp}, shared by all tables. */
final class ComparisonTypes {

    private final GeneratedTypes types;
    private final Vocabulary words;
    private final ColumnOperators operators;
    private final Map<Comparison, String> names = new HashMap<>();

    /**
     * @param tables every table, in the order in which the host declares them: of columns that share a scalar, but not
     *     their operators, the first gets the plain name, whichever relationship asks for its type first
     */
    ComparisonTypes(GeneratedTypes types, Vocabulary words, Collection<TableType> tables, ColumnOperators operators) {
        this.types = types;
        this.words = words;
        this.operators = operators;
        for (TableType table : tables) {
            table.columnsByField()
                    .values()
                    .forEach(position -> name(table, table.table().columns().get(position)));
        }
    }

    /** The type for a column of a table. */
    Type<?> of(TableType table, Column column) {
        Comparison comparison = comparison(table, column);
        return types.shared(name(table, column), name -> define(name, comparison));
    }

    private String name(TableType table, Column column) {
        return names.computeIfAbsent(
                comparison(table, column),
                comparison -> candidates(comparison, column.shownType())
                        .filter(name -> !names.containsValue(name))
                        .findFirst()
                        .orElseThrow());
    }

    private Comparison comparison(TableType table, Column column) {
        Set<Operator> all = operators.of(table, column);
        if (all.equals(Set.of(Operator.IS_NULL))) {
            return new Comparison("Null", "Boolean", 0, all);
        }
        Type<?> shown = KnownScalars.fieldType(column.shownType());
        String scalar = TypeTexts.name(shown);
        return new Comparison(
                innermost(column.shownType()).kind() == ColumnKind.ENUM ? "Enum" : scalar,
                scalar,
                TypeTexts.lists(shown),
                all);
    }

    private static ColumnType innermost(ColumnType type) {
        return type.element() == null ? type : innermost(type.element());
    }

    private Stream<String> candidates(Comparison comparison, ColumnType type) {
        String arrays = "array_".repeat(comparison.lists());
        String special = innermost(type).databaseType().replaceAll("[^A-Za-z0-9]+", "_") + "_";
        return Stream.concat(
                        Stream.of("", special), Stream.iterate(2, i -> i + 1).map(i -> special + i + "_"))
                .map(difference -> words.with(comparison.subject(), arrays + difference + "comparison_exp"));
    }

    private TypeDefinition<?> define(String name, Comparison comparison) {
        List<InputValueDefinition> fields = Stream.of(Operator.values())
                .filter(comparison.operators()::contains)
                .map(operator -> Fields.argument(
                        words.operator(operator), comparison.operand(operator), OperatorTexts.of(operator)))
                .toList();
        return Types.input(name, "What a value is compared by: all that is given must hold", fields);
    }

    /**
     * How the columns of one type are compared.
     *
     * @param subject what the type's name says is compared
     * @param lists how many lists are around the scalar
     */
    private record Comparison(String subject, String scalar, int lists, Set<Operator> operators) {

        Type<?> operand(Operator operator) {
            return switch (operator) {
                case IS_NULL -> TypeTexts.named("Boolean");
                case IN, NIN -> listOf(value());
                case HAS_KEYS_ANY, HAS_KEYS_ALL -> listOf(TypeTexts.named("String"));
                case HAS_KEY -> TypeTexts.named("String");
                default -> Operator.PATTERN.contains(operator) ? TypeTexts.named("String") : value();
            };
        }

        private Type<?> value() {
            Type<?> value = TypeTexts.named(scalar);
            for (int i = 0; i < lists; i++) {
                value = listOf(value);
            }
            return value;
        }

        private static Type<?> listOf(Type<?> element) {
            return TypeTexts.listOf(TypeTexts.nonNull(element));
        }
    }
}
