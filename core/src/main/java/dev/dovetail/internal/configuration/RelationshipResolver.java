package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves relationships: finds type, table and mapping. */
final class RelationshipResolver {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final Set<String> faultyTypes;
    private final Faults faults;
    private final JoinFields fields;

    /**
     * @param tableTypes the types of tables by their names
     * @param faultyTypes the types of tables that have a fault of their own
     */
    RelationshipResolver(
            SchemaView schema,
            Map<String, TableType> tableTypes,
            Set<String> faultyTypes,
            Faults faults,
            JoinFields fields) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.faultyTypes = faultyTypes;
        this.faults = faults;
        this.fields = fields;
    }

    void resolve(TableRelationship relationship, TableType target, TableSource source) {
        boolean typeFits = checkParent(relationship);
        Mapping mapping = new Mapping(relationship, target.table(), schema, tableTypes, faults);
        boolean mappingFits = mapping.resolve(typeFits);
        checkOrder(relationship, target.table());
        checkConnection(relationship, target.table());
        if (typeFits && mappingFits) {
            MissingIndex.warn(relationship, target.table());
            boolean many = relationship instanceof ArrayRelationship;
            fields.add(new Join(relationship, source, target, mapping.keyColumns(), many, mapping.isListOfKeys()));
        }
    }

    /** Checks what can be checked without the table: the field's name and the type that gets it. */
    boolean checkParent(TableRelationship relationship) {
        boolean named = GraphQLNames.isValid(relationship.name());
        if (!named) {
            faults.add(relationship, "'" + relationship.name() + "' is no name for a field");
        }
        return checkType(relationship) && named;
    }

    private boolean checkType(TableRelationship relationship) {
        String typeName = relationship.typeName();
        if (typeName.isEmpty()) {
            faults.add(relationship, "it is on no type; say .on(type)");
            return false;
        }
        TypeKind kind = tableTypes.containsKey(typeName) ? TypeKind.OBJECT : schema.kind(typeName);
        if (kind == null && faultyTypes.contains(typeName)) {
            return false;
        }
        if (kind == null) {
            Set<String> known = new HashSet<>(schema.typeNames());
            known.addAll(tableTypes.keySet());
            faults.add(relationship, "there is no type '" + typeName + "'" + Hints.of(typeName, known));
            return false;
        }
        if (kind != TypeKind.OBJECT && kind != TypeKind.INTERFACE) {
            faults.add(
                    relationship,
                    "type " + typeName + " is of kind " + kind.text()
                            + "; a relationship belongs to an object or interface type");
            return false;
        }
        boolean root = Stream.of(OperationKind.values()).anyMatch(op -> typeName.equals(schema.rootType(op)));
        if (root) {
            faults.add(relationship, "type " + typeName + " is a root type and has no object to join");
        }
        return !root;
    }

    private void checkOrder(TableRelationship relationship, Table table) {
        for (ColumnOrder order : relationship.order()) {
            if (table.position(order.column()) < 0) {
                List<String> known = table.columns().stream().map(Column::name).toList();
                faults.add(
                        relationship,
                        "it is ordered by column '" + order.column() + "', which table " + table + " does not have"
                                + Hints.of(order.column(), known));
            }
        }
    }

    /** A page begins behind a row, so that rows must be told apart. */
    private void checkConnection(TableRelationship relationship, Table table) {
        if (relationship instanceof ArrayRelationship array
                && array.hasConnection()
                && table.key().isEmpty()) {
            faults.add(
                    relationship,
                    "it has pages, but table " + table + " has no unique index whose columns are never null; "
                            + "create one, or leave .connection() out");
        }
    }
}
