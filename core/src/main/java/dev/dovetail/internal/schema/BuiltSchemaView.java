package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.DirectivesContainer;
import graphql.language.Type;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema that is already built. */
public final class BuiltSchemaView implements SchemaView {

    private final GraphQLSchema schema;

    public BuiltSchemaView(GraphQLSchema schema) {
        this.schema = schema;
    }

    @Override
    public Set<String> typeNames() {
        return schema.getTypeMap().keySet().stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public @Nullable TypeKind kind(String typeName) {
        GraphQLType type = schema.getType(typeName);
        return type == null ? null : kind(type);
    }

    private static TypeKind kind(GraphQLType type) {
        if (type instanceof GraphQLObjectType) {
            return TypeKind.OBJECT;
        }
        if (type instanceof GraphQLInterfaceType) {
            return TypeKind.INTERFACE;
        }
        if (type instanceof GraphQLUnionType) {
            return TypeKind.UNION;
        }
        if (type instanceof GraphQLEnumType) {
            return TypeKind.ENUM;
        }
        return type instanceof GraphQLInputObjectType ? TypeKind.INPUT_OBJECT : TypeKind.SCALAR;
    }

    @Override
    public Map<String, Type<?>> fields(String typeName) {
        Map<String, Type<?>> fields = new LinkedHashMap<>();
        if (schema.getType(typeName) instanceof GraphQLFieldsContainer container) {
            container
                    .getFieldDefinitions()
                    .forEach(field -> fields.put(field.getName(), TypeTexts.of(field.getType())));
        } else if (schema.getType(typeName) instanceof GraphQLInputObjectType input) {
            input.getFieldDefinitions().forEach(field -> fields.put(field.getName(), TypeTexts.of(field.getType())));
        }
        return fields;
    }

    @Override
    public Map<String, Type<?>> arguments(String typeName, String field) {
        Map<String, Type<?>> arguments = new LinkedHashMap<>();
        if (schema.getType(typeName) instanceof GraphQLFieldsContainer container
                && container.getFieldDefinition(field) != null) {
            container
                    .getFieldDefinition(field)
                    .getArguments()
                    .forEach(argument -> arguments.put(argument.getName(), TypeTexts.of(argument.getType())));
        }
        return arguments;
    }

    @Override
    public Set<String> values(String typeName) {
        Set<String> values = new LinkedHashSet<>();
        if (schema.getType(typeName) instanceof GraphQLEnumType enumeration) {
            enumeration.getValues().forEach(value -> values.add(value.getName()));
        }
        return values;
    }

    @Override
    public List<String> implementations(String interfaceName) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLImplementingType implementing
                        && implementing.getInterfaces().stream()
                                .anyMatch(name -> name.getName().equals(interfaceName)))
                .map(GraphQLNamedSchemaElement::getName)
                .toList();
    }

    @Override
    public List<AppliedDirective> directives(Set<String> names) {
        return schema.getAllTypesAsList().stream()
                .flatMap(type -> declarations(type)
                        .flatMap(declaration -> declaration.getDirectives().stream())
                        .filter(directive -> names.contains(directive.getName()))
                        .map(directive -> new AppliedDirective(type.getName(), directive)))
                .toList();
    }

    /** Only a schema that was made of SDL has them. */
    private static Stream<DirectivesContainer<?>> declarations(GraphQLNamedType type) {
        if (type instanceof GraphQLObjectType object) {
            return Stream.concat(Stream.ofNullable(object.getDefinition()), object.getExtensionDefinitions().stream());
        }
        return type instanceof GraphQLInterfaceType shared
                ? Stream.concat(Stream.ofNullable(shared.getDefinition()), shared.getExtensionDefinitions().stream())
                : Stream.empty();
    }

    @Override
    public @Nullable String rootType(OperationKind operation) {
        GraphQLObjectType root = operation == OperationKind.QUERY ? schema.getQueryType() : schema.getMutationType();
        return root == null ? null : root.getName();
    }

    @Override
    public @Nullable String subscriptionType() {
        GraphQLObjectType root = schema.getSubscriptionType();
        return root == null ? null : root.getName();
    }
}
