package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.configuration.Configuration.JoinField;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableSource;
import graphql.language.FieldDefinition;
import graphql.language.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves relationships: finds type, table and mapping, and puts the field on the type and its implementations. */
final class RelationshipResolver {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final Set<String> faultyTypes;
    private final Faults faults;
    private final Configuration result;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param tableTypes the types of tables by their names
     * @param faultyTypes the types of tables that have a fault of their own
     */
    RelationshipResolver(
            SchemaView schema,
            Map<String, TableType> tableTypes,
            Set<String> faultyTypes,
            Faults faults,
            Configuration result) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.faultyTypes = faultyTypes;
        this.faults = faults;
        this.result = result;
    }

    void resolve(TableRelationship relationship, TableType target, TableSource source) {
        boolean typeFits = checkParent(relationship);
        Mapping mapping = new Mapping(relationship, target.table(), schema, tableTypes, faults);
        boolean mappingFits = mapping.resolve(typeFits);
        checkOrder(relationship, target.table());
        if (typeFits && mappingFits) {
            MissingIndex.warn(relationship, target.table());
            boolean many = relationship instanceof ArrayRelationship;
            add(
                    new Join(relationship, source, target, mapping.keyColumns(), many, mapping.isListOfKeys()),
                    relationship);
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

    private void add(Join join, TableRelationship relationship) {
        Type<?> fieldType = fieldType(join, relationship);
        Stream.concat(Stream.of(relationship.typeName()), schema.implementations(relationship.typeName()).stream())
                .forEach(typeName -> addTo(typeName, join, relationship, fieldType));
    }

    private void addTo(String typeName, Join join, TableRelationship relationship, Type<?> fieldType) {
        TableType parent = tableTypes.get(typeName);
        boolean free = isFree(typeName, parent, relationship);
        if (!free || (parent != null && !isReadable(parent, relationship))) {
            return;
        }
        Type<?> existing = schema.fields(typeName).get(relationship.name());
        if (existing == null) {
            result.additions().field(typeName, field(relationship, fieldType));
        } else if (!Fields.agree(existing, fieldType)) {
            faults.add(
                    relationship,
                    "type " + typeName + " has a field '" + relationship.name() + "' of type "
                            + TypeTexts.print(existing) + "; rename the relationship, or declare the field as "
                            + TypeTexts.print(fieldType));
            return;
        }
        bind(typeName, parent, join, relationship);
    }

    private boolean isFree(String typeName, @Nullable TableType parent, TableRelationship relationship) {
        String field = relationship.name();
        if (!taken.add(typeName + "." + field)) {
            faults.add(relationship, "type " + typeName + " has another relationship '" + field + "'");
            return false;
        }
        if (parent != null && parent.columnsByField().containsKey(field)) {
            faults.add(
                    relationship,
                    "type " + typeName + " shows a column as field '" + field
                            + "'; rename the relationship, or choose the columns that the type shows with .columns(...)");
            return false;
        }
        return true;
    }

    /** A row has nothing but columns. */
    private boolean isReadable(TableType parent, TableRelationship relationship) {
        List<String> unreadable = relationship.from().stream()
                .filter(mapped -> parent.position(mapped) == null)
                .toList();
        if (!unreadable.isEmpty()) {
            faults.add(
                    relationship,
                    "rows of type " + parent.name() + " have no column for " + unreadable
                            + "; map columns, or say which column the field shows with .field(name).column(column)");
        }
        return unreadable.isEmpty();
    }

    private static FieldDefinition field(TableRelationship relationship, Type<?> type) {
        return Fields.field(
                relationship.name(), type, List.of(), relationship.description(), relationship.deprecation());
    }

    private void bind(String typeName, @Nullable TableType parent, Join join, TableRelationship relationship) {
        if (parent != null && relationship.keyFunction() == null) {
            List<Column> from = relationship.from().stream()
                    .map(mapped -> parent.table().columns().get(parent.requirePosition(mapped)))
                    .toList();
            parent.link(relationship.name(), new TableLink(join, from));
            parent.need(
                    relationship.name(),
                    relationship.from().stream()
                            .mapToInt(parent::requirePosition)
                            .toArray());
        }
        if (schema.kind(typeName) != TypeKind.INTERFACE) {
            result.joins().add(new JoinField(typeName, relationship.name(), join, Form.ROWS));
        }
    }

    private static Type<?> fieldType(Join join, TableRelationship relationship) {
        Type<?> row = TypeTexts.named(join.target().name());
        Type<?> type = join.isMany() ? TypeTexts.listOf(TypeTexts.nonNull(row)) : row;
        return relationship.isNonNull() ? TypeTexts.nonNull(type) : type;
    }
}
