package dev.dovetail.internal.configuration;

import dev.dovetail.definition.Relationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.KnownScalars;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields that relationships map, on the types that they are on. */
final class MappedFields {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final Faults faults;

    MappedFields(SchemaView schema, Map<String, TableType> tableTypes, Faults faults) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.faults = faults;
    }

    /** The type of a mapped field, or null after a fault. A table's type may map columns that it does not show. */
    @Nullable
    Type<?> type(Relationship relationship, String field) {
        Type<?> existing = schema.fields(relationship.typeName()).get(field);
        if (existing != null) {
            return existing;
        }
        TableType parent = tableTypes.get(relationship.typeName());
        Integer position = parent == null ? null : parent.position(field);
        if (parent != null && position != null) {
            return KnownScalars.fieldType(parent.table().columns().get(position).shownType());
        }
        Set<String> known = new HashSet<>(schema.fields(relationship.typeName()).keySet());
        if (parent != null) {
            known.addAll(parent.columnsByField().keySet());
            parent.table().columns().forEach(column -> known.add(column.name()));
        }
        faults.add(
                relationship,
                "type " + relationship.typeName() + " has no field '" + field + "'" + Hints.of(field, known));
        return null;
    }

    /** The kind of a mapped field's values, or null after a fault: only scalars and enums are values of keys. */
    @Nullable
    TypeKind kind(Relationship relationship, String field, Type<?> type) {
        TypeKind known = schema.kind(TypeTexts.name(type));
        TypeKind kind = known == null ? TypeKind.SCALAR : known;
        if (kind.isLeaf()) {
            return kind;
        }
        faults.add(
                relationship,
                "field '" + field + "' is of type " + TypeTexts.name(type) + ", which is no scalar or enum");
        return null;
    }

    /**
     * Whether a mapped field is one value, or a list of keys where the relationship takes one.
     *
     * @param takers what messages call the relationships that take a list of keys
     */
    boolean checkList(Relationship relationship, String field, Type<?> type, boolean takesList, String takers) {
        int lists = TypeTexts.lists(type);
        boolean allowed =
                lists == 0 || (lists == 1 && takesList && relationship.from().size() == 1);
        if (!allowed) {
            faults.add(
                    relationship,
                    "field '" + field + "' is a list (" + TypeTexts.print(type)
                            + "); a list of keys can only be the one mapped field of " + takers);
        }
        return allowed;
    }
}
