package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.configuration.Configuration.JoinField;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.generation.FormFields;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.table.Column;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts the fields of a relationship on its type and the implementations of that, or finds them there. */
final class JoinFields {

    private final SchemaView schema;
    private final Map<String, TableType> tableTypes;
    private final ParentTypes parents;
    private final FormFields forms;
    private final ImplementedArguments implemented;
    private final FilterableLinks links;
    private final Faults faults;
    private final Configuration result;

    /**
     * @param tableTypes the types of tables by their names
     */
    JoinFields(
            SchemaView schema,
            Map<String, TableType> tableTypes,
            ParentTypes parents,
            FormFields forms,
            Faults faults,
            Configuration result) {
        this.schema = schema;
        this.tableTypes = tableTypes;
        this.parents = parents;
        this.forms = forms;
        this.implemented = new ImplementedArguments(schema, forms, faults);
        this.links = new FilterableLinks(faults);
        this.faults = faults;
        this.result = result;
    }

    void add(Join join) {
        List<String> owners = parents.of(join.relationship());
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
        boolean readable = parents.isReadable(typeName, relationship);
        for (Form form : FormFields.forms(relationship)) {
            String name = forms.name(relationship, form);
            if (parents.isFree(typeName, name, relationship) && readable) {
                add(typeName, name, join, form);
            }
        }
    }

    private void add(String typeName, String name, Join join, Form form) {
        TableRelationship relationship = join.relationship();
        Type<?> type = forms.type(join, form);
        if (!parents.fits(typeName, name, type, relationship)) {
            return;
        }
        if (schema.fields(typeName).containsKey(name)) {
            Set<String> existing = schema.arguments(typeName, name).keySet();
            parents.checkArguments(typeName, name, forms.arguments(join, form, existing::contains), relationship);
            implemented.check(typeName, name, join, form);
            refuseUnsupported(typeName, name, join, existing);
        } else {
            List<InputValueDefinition> arguments = forms.arguments(join, form, argument -> true);
            String description = forms.description(relationship, form);
            result.additions()
                    .field(typeName, Fields.field(name, type, arguments, description, relationship.deprecation()));
        }
        bind(typeName, name, join, form);
    }

    /** A client that gives such an argument would be answered as if it had not. */
    private void refuseUnsupported(String typeName, String field, Join join, Set<String> existing) {
        forms.unsupported(join).stream()
                .filter(existing::contains)
                .forEach(argument -> faults.add(
                        join.relationship(),
                        "field '" + field + "' of type " + typeName + " has the argument '" + argument
                                + "', which the source of table "
                                + join.target().table()
                                + " cannot answer; remove it there, or leave it out with .arguments(...)"));
    }

    private void bind(String typeName, String name, Join join, Form form) {
        TableRelationship relationship = join.relationship();
        TableType parent = tableTypes.get(typeName);
        parents.need(typeName, name, relationship);
        if (parent != null && relationship.keyFunction() == null && form == Form.ROWS) {
            List<Column> from = relationship.from().stream()
                    .map(field -> parent.table().columns().get(parent.requirePosition(field)))
                    .toList();
            parent.link(name, new TableLink(join, from));
        }
        if (schema.kind(typeName) != TypeKind.INTERFACE) {
            result.joins().add(new JoinField(typeName, name, join, form));
        }
    }
}
