package dev.dovetail.internal.configuration;

import dev.dovetail.definition.Naming;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableField;
import dev.dovetail.internal.configuration.Configuration.ColumnField;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Resolves one table's definition: finds its columns, and generates its type or binds it to one that exists. */
final class TableResolver {

    private final TableDefinition definition;
    private final Table table;
    private final SchemaView schema;
    private final Naming naming;
    private final Faults faults;
    private final Configuration result;
    private final TableType type;

    TableResolver(
            TableDefinition definition,
            Table table,
            SchemaView schema,
            Naming naming,
            Faults faults,
            Configuration result) {
        this.definition = definition;
        this.table = table;
        this.schema = schema;
        this.naming = naming;
        this.faults = faults;
        this.result = result;
        this.type = new TableType(definition.typeName(), table);
    }

    /** The table's type, or null when its name alone is wrong. */
    @Nullable
    TableType resolve() {
        if (!GraphQLNames.isValid(definition.typeName())) {
            faults.add(definition, "'" + definition.typeName() + "' is no name for a type; give one with .type(name)");
            return null;
        }
        TypeKind kind = schema.kind(definition.typeName());
        if (kind != null && kind != TypeKind.OBJECT) {
            faults.add(definition, "type " + definition.typeName() + " is no object type but of kind " + kind.text());
            return null;
        }
        if (kind == null) {
            generate();
        } else {
            bind();
        }
        resolveHostFields();
        return type;
    }

    private void generate() {
        Map<String, Column> shown = columnsByField();
        if (shown.isEmpty()) {
            if (definition.columns().isEmpty()) {
                faults.add(
                        definition,
                        "type " + definition.typeName()
                                + " is not in the schema, and no column is named for it; say .columns(...) or"
                                + " .allColumns()");
            }
            return;
        }
        List<FieldDefinition> fields = new ArrayList<>();
        shown.forEach((field, column) -> {
            if (schema.fields(definition.typeName()).containsKey(field)) {
                faults.add(definition, "field '" + field + "' is both a column and a field of the schema's extension");
            } else {
                fields.add(show(field, column));
            }
        });
        String description = definition.description() != null ? definition.description() : table.description();
        result.additions()
                .type(ObjectTypeDefinition.newObjectTypeDefinition()
                        .name(definition.typeName())
                        .description(Fields.text(description))
                        .fieldDefinitions(fields)
                        .build());
    }

    /** A bound type shows the columns that are named, else those that its own fields are named after. */
    private void bind() {
        Map<String, Type<?>> hostFields = schema.fields(definition.typeName());
        Map<String, Column> named = columnsByField();
        named.forEach((field, column) -> {
            if (hostFields.containsKey(field)) {
                type.show(field, table.position(column.name()));
            } else {
                result.additions().field(definition.typeName(), show(field, column));
            }
        });
        if (definition.columns().isEmpty() && !definition.isAllColumns()) {
            table.columns().stream()
                    .filter(column -> hostFields.containsKey(fieldName(column)))
                    .forEach(column -> type.show(fieldName(column), table.position(column.name())));
        }
    }

    /** The columns that the definition names, by their fields' names. */
    private Map<String, Column> columnsByField() {
        Map<String, Column> shown = new LinkedHashMap<>();
        if (definition.isAllColumns()) {
            table.columns().forEach(column -> put(shown, fieldName(column), column));
        }
        for (String name : definition.columns()) {
            Column column = column(name);
            if (column != null && !shown.containsValue(column)) {
                put(shown, fieldName(column), column);
            }
        }
        for (TableField field : definition.fields()) {
            Column column = field.column() == null ? null : column(field.column());
            if (column != null && !column.equals(shown.get(field.name()))) {
                put(shown, field.name(), column);
            }
        }
        return shown;
    }

    private void put(Map<String, Column> shown, String field, Column column) {
        if (!GraphQLNames.isValid(field)) {
            faults.add(
                    definition,
                    "column '" + column.name() + "' gives no valid field name; name it with .field(name).column(\""
                            + column.name() + "\")");
        } else if (shown.putIfAbsent(field, column) != null) {
            faults.add(
                    definition,
                    "columns '" + shown.get(field).name() + "' and '" + column.name() + "' would both be the field '"
                            + field + "'; name one of them with .field(name).column(column)");
        }
    }

    private String fieldName(Column column) {
        return definition.fields().stream()
                .filter(field -> column.name().equals(field.column()))
                .map(TableField::name)
                .findFirst()
                .orElseGet(() -> naming.fieldName(column.name()));
    }

    private FieldDefinition show(String field, Column column) {
        int position = table.position(column.name());
        type.show(field, position);
        result.columns().add(new ColumnField(definition.typeName(), field, position));
        TableField said = definition.fields().stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst()
                .orElse(new TableField(field, null, null, null, null));
        Type<?> fieldType = KnownScalars.fieldType(column.shownType());
        return Fields.field(
                field,
                isNullable(column) ? fieldType : TypeTexts.nonNull(fieldType),
                List.of(),
                said.description() != null ? said.description() : column.description(),
                said.deprecation());
    }

    /** Who may not read a column gets null for it, with an error; so it is where the host's converter fails. */
    private boolean isNullable(Column column) {
        return column.nullable()
                || column.isConverted()
                || definition.access().stream().anyMatch(rule -> rule.hides(column.name()));
    }

    private void resolveHostFields() {
        Map<String, Type<?>> hostFields = schema.fields(definition.typeName());
        for (TableField field : definition.fields()) {
            boolean known = type.columnsByField().containsKey(field.name());
            if (!known && field.column() == null && !hostFields.containsKey(field.name())) {
                faults.add(
                        definition,
                        "type " + definition.typeName() + " has no field '" + field.name() + "'"
                                + Hints.of(field.name(), hostFields.keySet()));
            }
            if (field.requires() != null) {
                type.require(field.name(), positions(field.requires()));
            }
        }
    }

    private int[] positions(List<String> columns) {
        return columns.stream()
                .map(this::column)
                .flatMapToInt(
                        column -> column == null ? IntStream.empty() : IntStream.of(table.position(column.name())))
                .toArray();
    }

    private @Nullable Column column(String name) {
        int position = table.position(name);
        if (position < 0) {
            List<String> known = table.columns().stream().map(Column::name).toList();
            faults.add(definition, "the table has no column '" + name + "'" + Hints.of(name, known));
            return null;
        }
        return table.columns().get(position);
    }
}
