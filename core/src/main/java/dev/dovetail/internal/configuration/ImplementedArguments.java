package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.generation.FormFields;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.schema.SchemaView;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import java.util.List;
import java.util.Map;

/** Checks that fields which the host wrote have the arguments that the interface they implement gets. */
record ImplementedArguments(SchemaView schema, FormFields forms, Faults faults) {

    void check(String typeName, String field, Join join, Form form) {
        if (schema.fields(join.relationship().typeName()).containsKey(field)) {
            return;
        }
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
