package dev.dovetail.internal.configuration;

import dev.dovetail.definition.Relationship;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.schema.TypeKind;
import graphql.language.FieldDefinition;
import java.util.function.Consumer;

/** Puts the field of a relationship that leads to no table on its type and the implementations of that. */
final class LoadedFields {

    private final SchemaView schema;
    private final ParentTypes parents;
    private final Additions additions;

    LoadedFields(SchemaView schema, ParentTypes parents, Additions additions) {
        this.schema = schema;
        this.parents = parents;
        this.additions = additions;
    }

    /**
     * Adds the field, or finds it there.
     *
     * @param bind takes each object type that has it
     */
    void add(Relationship relationship, FieldDefinition field, Consumer<String> bind) {
        parents.of(relationship).forEach(typeName -> addTo(typeName, relationship, field, bind));
    }

    private void addTo(String typeName, Relationship relationship, FieldDefinition field, Consumer<String> bind) {
        boolean readable = parents.isReadable(typeName, relationship);
        boolean free = parents.isFree(typeName, field.getName(), relationship);
        if (!readable || !free || !parents.fits(typeName, field.getName(), field.getType(), relationship)) {
            return;
        }
        if (schema.fields(typeName).containsKey(field.getName())) {
            parents.checkArguments(typeName, field.getName(), field.getInputValueDefinitions(), relationship);
        } else {
            additions.field(typeName, field);
        }
        parents.need(typeName, field.getName(), relationship);
        if (schema.kind(typeName) != TypeKind.INTERFACE) {
            bind.accept(typeName);
        }
    }
}
