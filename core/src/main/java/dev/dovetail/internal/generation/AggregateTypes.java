package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.internal.schema.Types;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.List;

/** Generates the types that show aggregates of tables' rows: {@code Order_aggregate} and what is in it. */
final class AggregateTypes {

    private final GeneratedTypes types;
    private final SelectColumnTypes columnTypes;
    private final Vocabulary words;
    private final List<AggregateField> fields;

    /**
     * @param fields gets an entry for each field of these types that shows a computed value
     */
    AggregateTypes(GeneratedTypes types, SelectColumnTypes columnTypes, Vocabulary words, List<AggregateField> fields) {
        this.types = types;
        this.columnTypes = columnTypes;
        this.words = words;
        this.fields = fields;
    }

    Type<?> of(TableType table) {
        return types.of(table, "aggregate", name -> define(name, table));
    }

    private TypeDefinition<?> define(String name, TableType table) {
        Type<?> values = types.of(table, "aggregate_fields", inner -> defineValues(inner, table));
        Type<?> rows = TypeTexts.nonNull(TypeTexts.listOf(TypeTexts.nonNull(TypeTexts.named(table.name()))));
        return Types.object(
                name,
                "What is computed of rows of " + table.name() + ", and the rows themselves",
                List.of(
                        Fields.field(words.own("aggregate"), values, "What is computed of the rows"),
                        Fields.field(words.own("nodes"), rows, "The rows")));
    }

    private TypeDefinition<?> defineValues(String name, TableType table) {
        List<FieldDefinition> values = new ArrayList<>();
        values.add(count(name, table));
        for (AggregateFunction function : Aggregatable.FUNCTIONS) {
            if (!Aggregatable.fields(function, table).isEmpty()) {
                String field = words.function(function);
                fields.add(new AggregateField(name, field, table, function, null));
                values.add(Fields.field(field, columns(function, table), AggregateTexts.of(function)));
            }
        }
        return Types.object(name, "What is computed of rows of " + table.name(), values);
    }

    private FieldDefinition count(String typeName, TableType table) {
        List<InputValueDefinition> arguments = new ArrayList<>();
        columnTypes.of(table).ifPresent(column -> {
            arguments.add(Fields.argument(
                    words.own("columns"),
                    TypeTexts.listOf(TypeTexts.nonNull(column)),
                    "Only rows in which none of these is null"));
            arguments.add(Fields.argument(
                    words.own("distinct"),
                    TypeTexts.named("Boolean"),
                    "Whether rows that agree in all of these columns count once"));
        });
        String field = words.function(AggregateFunction.COUNT);
        fields.add(new AggregateField(typeName, field, table, AggregateFunction.COUNT, null));
        return Fields.field(
                field,
                TypeTexts.nonNull(TypeTexts.named("Int")),
                arguments,
                AggregateTexts.of(AggregateFunction.COUNT),
                null);
    }

    private Type<?> columns(AggregateFunction function, TableType table) {
        return types.of(table, Vocabulary.ending(function, "fields"), name -> {
            List<FieldDefinition> columns = new ArrayList<>();
            Aggregatable.fields(function, table).forEach((field, position) -> {
                Aggregate aggregate =
                        Aggregate.of(function, table.table().columns().get(position));
                fields.add(new AggregateField(name, field, table, function, position));
                columns.add(Fields.field(field, KnownScalars.fieldType(aggregate.type()), null));
            });
            return Types.object(name, AggregateTexts.of(function) + ", by column", columns);
        });
    }
}
