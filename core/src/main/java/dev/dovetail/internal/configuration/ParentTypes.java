package dev.dovetail.internal.configuration;

import dev.dovetail.definition.OperationKind;
import dev.dovetail.definition.Relationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The types that get the fields of relationships, of any kind. */
final class ParentTypes {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final Set<String> faultyTypes;
    private final Faults faults;
    private final Map<String, Relationship> taken = new HashMap<>();

    /**
     * @param tableTypes the types of tables by their names
     * @param faultyTypes the types of tables that have a fault of their own
     */
    ParentTypes(SchemaView schema, Map<String, TableType> tableTypes, Set<String> faultyTypes, Faults faults) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.faultyTypes = faultyTypes;
        this.faults = faults;
    }

    /** Checks what can be checked without the relationship's target: the field's name and the type that gets it. */
    boolean check(Relationship relationship) {
        boolean named = GraphQLNames.isValid(relationship.name());
        if (!named) {
            faults.add(relationship, "'" + relationship.name() + "' is no name for a field");
        }
        return checkType(relationship) && named;
    }

    private boolean checkType(Relationship relationship) {
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

    /** The type of a relationship, and its implementations where it is an interface. */
    List<String> of(Relationship relationship) {
        return Stream.concat(
                        Stream.of(relationship.typeName()), schema.implementations(relationship.typeName()).stream())
                .toList();
    }

    /** Where another relationship stands, unless both are in code. */
    private static String where(Relationship other, Relationship relationship) {
        if (other.declaredAt() != null) {
            return ", at " + other.declaredAt();
        }
        return relationship.declaredAt() == null ? "" : ", declared in code";
    }

    /** Whether nothing else of Dovetail's is the field of this name. */
    boolean isFree(String typeName, String field, Relationship relationship) {
        Relationship other = taken.putIfAbsent(typeName + "." + field, relationship);
        if (other != null) {
            faults.add(
                    relationship,
                    "type " + typeName + " has another relationship '" + field + "'" + where(other, relationship));
            return false;
        }
        TableType parent = tableTypes.get(typeName);
        if (parent != null && parent.columnsByField().containsKey(field)) {
            faults.add(
                    relationship,
                    "type " + typeName + " shows a column as field '" + field
                            + "'; rename the relationship, or choose the columns that the type shows with .columns(...)");
            return false;
        }
        return true;
    }

    /** Whether objects of the type have what is mapped; a row has nothing but columns. */
    boolean isReadable(String typeName, Relationship relationship) {
        TableType parent = tableTypes.get(typeName);
        if (parent == null) {
            return true;
        }
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

    /** Whether the type has no field of this name, or one of the same type. */
    boolean fits(String typeName, String field, Type<?> type, Relationship relationship) {
        Type<?> existing = schema.fields(typeName).get(field);
        if (existing == null || Fields.agree(existing, type)) {
            return true;
        }
        faults.add(
                relationship,
                "type " + typeName + " has a field '" + field + "' of type " + TypeTexts.print(existing)
                        + "; rename the relationship, or declare the field as " + TypeTexts.print(type));
        return false;
    }

    /** The arguments of a field that the host wrote are the host's, but may have no other meaning than they would have. */
    void checkArguments(
            String typeName, String field, List<InputValueDefinition> arguments, Relationship relationship) {
        Map<String, Type<?>> existing = schema.arguments(typeName, field);
        for (InputValueDefinition argument : arguments) {
            Type<?> type = existing.get(argument.getName());
            if (type != null && !Fields.agree(type, argument.getType())) {
                faults.add(
                        relationship,
                        "argument '" + argument.getName() + "' of field '" + field + "' of type " + typeName
                                + " is of type " + TypeTexts.print(type) + "; declare it as "
                                + TypeTexts.print(argument.getType()) + ", or leave it out of the relationship");
            }
        }
    }

    /** Makes rows of the type carry what the relationship's field is read by. */
    void need(String typeName, String field, Relationship relationship) {
        TableType parent = tableTypes.get(typeName);
        if (parent != null && relationship.keyFunction() == null) {
            parent.need(
                    field,
                    relationship.from().stream()
                            .mapToInt(parent::requirePosition)
                            .toArray());
        }
    }
}
