package dev.dovetail.internal.configuration;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import graphql.language.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the mapping of one relationship: each field against the type it is on, each column against the table. */
final class Mapping {

    private final TableRelationship relationship;
    private final Table table;
    private final MappedFields fields;
    private final Faults faults;
    private final List<Column> keyColumns = new ArrayList<>();
    private boolean listOfKeys;

    Mapping(TableRelationship relationship, Table table, MappedFields fields, Faults faults) {
        this.relationship = relationship;
        this.table = table;
        this.fields = fields;
        this.faults = faults;
    }

    /** The columns that keys are compared with. */
    List<Column> keyColumns() {
        return keyColumns;
    }

    /** Whether the only mapped field is a list of keys. */
    boolean isListOfKeys() {
        return listOfKeys;
    }

    /**
     * Whether the mapping has no fault.
     *
     * @param typeKnown whether the type exists, so that fields can be looked for
     */
    boolean resolve(boolean typeKnown) {
        List<String> from = relationship.from();
        List<String> to = relationship.to();
        if (relationship.keyFunction() != null) {
            return resolveColumns();
        }
        if (from.isEmpty() && to.isEmpty()) {
            faults.add(relationship, "it maps no fields; say .from(fields...).to(columns...)");
            return false;
        }
        if (from.size() != to.size()) {
            faults.add(
                    relationship,
                    "it maps " + from.size() + " field(s) " + from + " to " + to.size() + " column(s) " + to);
            return false;
        }
        boolean complete = true;
        for (int i = 0; i < from.size(); i++) {
            complete &= typeKnown ? resolve(from.get(i), to.get(i)) : column(to.get(i)) != null;
        }
        return complete;
    }

    /** Nothing is known of the key that a function gives; its values are checked when they come. */
    private boolean resolveColumns() {
        boolean complete = !relationship.to().isEmpty() && relationship.from().isEmpty();
        if (!complete) {
            faults.add(relationship, "it is keyed by a function; name its columns with .to(columns...), and no fields");
        }
        for (String name : relationship.to()) {
            complete &= column(name) != null;
        }
        return complete;
    }

    private boolean resolve(String field, String columnName) {
        Column column = column(columnName);
        Type<?> type = fields.type(relationship, field);
        if (column == null || type == null) {
            return false;
        }
        return checkList(field, type) && checkFits(field, type, column);
    }

    private @Nullable Column column(String name) {
        int position = table.position(name);
        if (position < 0) {
            List<String> known = table.columns().stream().map(Column::name).toList();
            faults.add(relationship, "table " + table + " has no column '" + name + "'" + Hints.of(name, known));
            return null;
        }
        Column column = table.columns().get(position);
        if (!column.type().kind().joinable() || !column.shownType().kind().joinable()) {
            faults.add(
                    relationship,
                    "column '" + name + "' is of type " + column.type().databaseType() + ", which cannot be joined by");
            return null;
        }
        keyColumns.add(column);
        return column;
    }

    private boolean checkList(String field, Type<?> type) {
        boolean takesList = !(relationship instanceof ObjectRelationship);
        listOfKeys = TypeTexts.lists(type) == 1;
        return fields.checkList(relationship, field, type, takesList, "an array relationship");
    }

    private boolean checkFits(String field, Type<?> type, Column column) {
        TypeKind kind = fields.kind(relationship, field, type);
        if (kind == null) {
            return false;
        }
        if (!KeyCompatibility.fits(
                TypeTexts.name(type), kind, column.shownType().kind())) {
            faults.add(
                    relationship,
                    "field '" + field + "' of type " + TypeTexts.print(type) + " cannot hold keys of column '"
                            + column.name() + "' of type " + column.type().databaseType());
            return false;
        }
        return true;
    }
}
