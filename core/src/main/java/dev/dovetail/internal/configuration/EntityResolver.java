package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.AppliedDirective;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.table.Column;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves the {@code @key} directives on the types of tables: each is a relationship from the representations of a
 * federated graph to one row.
 */
final class EntityResolver {

    /** What federated graphs call all entities together. */
    private static final String ENTITY = "_Entity";

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final Catalog catalog;
    private final EntityKeys result;

    /**
     * @param tableTypes the types of tables by their names
     */
    EntityResolver(SchemaView schema, Map<String, TableType> tableTypes, Catalog catalog, EntityKeys result) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.catalog = catalog;
        this.result = result;
    }

    void resolve() {
        for (AppliedDirective applied : schema.directives(Set.of(KeyFields.KEY))) {
            TableType type = tableTypes.get(applied.typeName());
            KeyFields fields = new KeyFields(applied.directive());
            if (type != null && fields.isResolvable()) {
                resolve(applied, fields.names(), type);
            }
        }
    }

    private void resolve(AppliedDirective applied, List<String> fields, TableType type) {
        if (fields.isEmpty()) {
            fault(
                    applied,
                    "its fields must be plain names of fields that show columns, as in @key(fields: \"id\"); a key that"
                            + " others do not ask for here takes resolvable: false");
            return;
        }
        List<Column> columns = new ArrayList<>();
        fields.forEach(field -> addColumn(columns, applied, field, type));
        if (columns.size() == fields.size()) {
            TableName table = type.table().name();
            ObjectRelationship relationship = ObjectRelationship.named(type.name())
                    .on(ENTITY)
                    .declaredAt(applied.place())
                    .source(table.source())
                    .references(table.schema(), table.name())
                    .from(fields.toArray(String[]::new))
                    .to(columns.stream().map(Column::name).toArray(String[]::new))
                    .build();
            result.joins().add(new Join(relationship, catalog.source(table), type, columns, false, false));
        }
    }

    private void addColumn(List<Column> columns, AppliedDirective applied, String field, TableType type) {
        Integer position = type.columnsByField().get(field);
        if (position == null) {
            fault(
                    applied,
                    "field '" + field + "' shows no column of table " + type.table()
                            + Hints.of(field, type.columnsByField().keySet()));
            return;
        }
        Column column = type.table().columns().get(position);
        if (column.type().kind().joinable() && column.shownType().kind().joinable()) {
            columns.add(column);
        } else {
            fault(
                    applied,
                    "field '" + field + "' shows a column of type "
                            + column.type().databaseType() + ", which cannot be looked up by");
        }
    }

    private void fault(AppliedDirective applied, String text) {
        result.faults().add("@key on " + applied.typeName() + " (" + applied.place() + ")", text);
    }
}
