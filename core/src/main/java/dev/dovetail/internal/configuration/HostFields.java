package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.List;
import java.util.Map;

/** Checks the arguments of relationships' fields that the host wrote itself. Those that it did not write it did not want. */
record HostFields(SchemaView schema, FormFields forms, Faults faults) {

    void check(String typeName, String field, Join join, Form form) {
        checkTypes(typeName, field, join, form);
        if (!schema.fields(join.relationship().typeName()).containsKey(field)) {
            checkImplements(typeName, field, join, form);
        }
    }

    /** An argument of a name that relationships know cannot mean anything else. */
    private void checkTypes(String typeName, String field, Join join, Form form) {
        Map<String, Type<?>> existing = schema.arguments(typeName, field);
        for (InputValueDefinition argument : forms.arguments(join, form, existing::containsKey)) {
            Type<?> type = existing.get(argument.getName());
            if (type != null && !Fields.agree(type, argument.getType())) {
                faults.add(
                        join.relationship(),
                        "argument '" + argument.getName() + "' of field '" + field + "' of type " + typeName
                                + " is of type " + TypeTexts.print(type) + "; declare it as "
                                + TypeTexts.print(argument.getType()) + ", or leave it out with .arguments(...)");
            }
        }
    }

    /** Arguments that an interface's field gets, those that implement it must have as well. */
    private void checkImplements(String typeName, String field, Join join, Form form) {
        TableRelationship relationship = join.relationship();
        Map<String, Type<?>> existing = schema.arguments(typeName, field);
        List<String> missing = forms.arguments(join, form, argument -> !existing.containsKey(argument)).stream()
                .map(InputValueDefinition::getName)
                .toList();
        if (!missing.isEmpty()) {
            faults.add(
                    relationship,
                    "field '" + field + "' of type " + typeName + " lacks the arguments " + missing
                            + ", which interface " + relationship.typeName()
                            + " gets; declare them there too, or leave them out with .arguments(...)");
        }
    }
}
