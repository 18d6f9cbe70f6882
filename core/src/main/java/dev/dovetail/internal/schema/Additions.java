package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.FieldDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is added to a schema: types, fields, scalars and root types that it does not have yet. Filled while definitions
 * are resolved, then only read.
 */
public final class Additions {

    private final Map<String, TypeDefinition<?>> types = new LinkedHashMap<>();
    private final Map<String, List<FieldDefinition>> fields = new LinkedHashMap<>();
    private final Map<String, GraphQLScalarType> scalars = new LinkedHashMap<>();
    private final Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
    private final Map<OperationKind, String> rootTypes = new EnumMap<>(OperationKind.class);

    public void type(TypeDefinition<?> definition) {
        types.put(definition.getName(), definition);
    }

    /** Adds a field to an object or interface type that is, or will be, in the schema. */
    public void field(String typeName, FieldDefinition field) {
        fields.computeIfAbsent(typeName, name -> new ArrayList<>()).add(field);
    }

    public void scalar(GraphQLScalarType scalar) {
        scalars.put(scalar.getName(), scalar);
    }

    /** Adds a directive, where the schema has none of its name. */
    public void directive(DirectiveDefinition definition) {
        directives.put(definition.getName(), definition);
    }

    /** Adds a root type without fields; fields are added to it as to any other type. */
    public void rootType(OperationKind operation, String typeName) {
        rootTypes.put(operation, typeName);
    }

    /** Everything as SDL, by its name: types, fields of types that the host has, and scalars. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        types.forEach((name, type) -> texts.put("type " + name, AstPrinter.printAst(type)));
        fields.forEach((type, added) ->
                added.forEach(field -> texts.put("field " + type + "." + field.getName(), AstPrinter.printAst(field))));
        scalars.keySet().forEach(name -> texts.put("scalar " + name, name));
        return texts;
    }

    public Map<String, TypeDefinition<?>> types() {
        return types;
    }

    public Map<String, List<FieldDefinition>> fields() {
        return fields;
    }

    public Map<String, GraphQLScalarType> scalars() {
        return scalars;
    }

    public Collection<DirectiveDefinition> directives() {
        return directives.values();
    }

    public Map<OperationKind, String> rootTypes() {
        return rootTypes;
    }
}
