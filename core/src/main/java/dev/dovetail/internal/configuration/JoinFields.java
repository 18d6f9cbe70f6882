package dev.dovetail.internal.configuration;

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
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a relationship on its type and the implementations of that, or finds them there. */
final class JoinFields {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final FormFields forms;
    private final Faults faults;
    private final HostFields hostFields;
    private final FilterableLinks links;
    private final Configuration result;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param tableTypes the types of tables by their names
     */
    JoinFields(
            SchemaView schema,
            Map<String, TableType> tableTypes,
            FormFields forms,
            Faults faults,
            Configuration result) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.forms = forms;
        this.faults = faults;
        this.hostFields = new HostFields(schema, forms, faults);
        this.links = new FilterableLinks(faults);
        this.result = result;
    }

    void add(Join join) {
        String typeName = join.relationship().typeName();
        List<String> owners = Stream.concat(Stream.of(typeName), schema.implementations(typeName).stream())
                .toList();
        owners.forEach(owner -> addTo(owner, join));
        if (join.relationship().isFilterable()) {
            links.check(
                    join,
                    owners.stream()
                            .map(tableTypes::get)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    private void addTo(String typeName, Join join) {
        TableRelationship relationship = join.relationship();
        TableType parent = tableTypes.get(typeName);
        boolean readable = parent == null || isReadable(parent, relationship);
        for (Form form : FormFields.forms(relationship)) {
            String name = forms.name(relationship, form);
            if (isFree(typeName, parent, name, relationship) && readable) {
                add(typeName, parent, name, join, form);
            }
        }
    }

    private void add(String typeName, @Nullable TableType parent, String name, Join join, Form form) {
        TableRelationship relationship = join.relationship();
        Type<?> type = forms.type(join, form);
        Type<?> existing = schema.fields(typeName).get(name);
        if (existing == null) {
            List<InputValueDefinition> arguments = forms.arguments(join, form, argument -> true);
            String description = forms.description(relationship, form);
            result.additions()
                    .field(typeName, Fields.field(name, type, arguments, description, relationship.deprecation()));
        } else if (Fields.agree(existing, type)) {
            hostFields.check(typeName, name, join, form);
        } else {
            faults.add(
                    relationship,
                    "type " + typeName + " has a field '" + name + "' of type " + TypeTexts.print(existing)
                            + "; rename the relationship, or declare the field as " + TypeTexts.print(type));
            return;
        }
        bind(typeName, parent, name, join, form);
    }

    private boolean isFree(String typeName, @Nullable TableType parent, String field, TableRelationship relationship) {
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

    private void bind(String typeName, @Nullable TableType parent, String name, Join join, Form form) {
        TableRelationship relationship = join.relationship();
        if (parent != null && relationship.keyFunction() == null) {
            int[] positions = relationship.from().stream()
                    .mapToInt(parent::requirePosition)
                    .toArray();
            parent.need(name, positions);
            if (form == Form.ROWS) {
                parent.link(name, link(join, parent, positions));
            }
        }
        if (schema.kind(typeName) != TypeKind.INTERFACE) {
            result.joins().add(new JoinField(typeName, name, join, form));
        }
    }

    private static TableLink link(Join join, TableType parent, int[] positions) {
        List<Column> from = Arrays.stream(positions)
                .mapToObj(position -> parent.table().columns().get(position))
                .toList();
        return new TableLink(join, from);
    }
}
