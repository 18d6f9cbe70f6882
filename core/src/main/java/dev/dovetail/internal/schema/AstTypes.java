package dev.dovetail.internal.schema;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns SDL's definitions of types and fields into those of a built schema; named types become references. */
final class AstTypes {

    private final Function<String, @Nullable GraphQLScalarType> newScalars;

    /**
     * @param newScalars gives the scalars that the schema does not have yet, which cannot be referred to by name
     */
    AstTypes(Function<String, @Nullable GraphQLScalarType> newScalars) {
        this.newScalars = newScalars;
    }

    GraphQLNamedType type(TypeDefinition<?> definition) {
        if (definition instanceof ObjectTypeDefinition object) {
            return object(object.getName(), object.getFieldDefinitions()).transform(builder -> {
                builder.description(text(object.getDescription()));
                object.getImplements()
                        .forEach(type -> builder.withInterface(GraphQLTypeReference.typeRef(TypeTexts.name(type))));
            });
        }
        if (definition instanceof InputObjectTypeDefinition input) {
            return inputObject(input);
        }
        return enumeration((EnumTypeDefinition) definition);
    }

    GraphQLObjectType object(String name, List<FieldDefinition> fields) {
        return GraphQLObjectType.newObject()
                .name(name)
                .fields(fields.stream().map(this::field).toList())
                .build();
    }

    GraphQLFieldDefinition field(FieldDefinition field) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(field.getName())
                .description(text(field.getDescription()))
                .deprecate(deprecation(field))
                .type((GraphQLOutputType) reference(field.getType()))
                .arguments(field.getInputValueDefinitions().stream()
                        .map(this::argument)
                        .toList())
                .build();
    }

    private GraphQLArgument argument(InputValueDefinition argument) {
        GraphQLArgument.Builder builder = GraphQLArgument.newArgument()
                .name(argument.getName())
                .description(text(argument.getDescription()))
                .deprecate(deprecation(argument))
                .type((GraphQLInputType) reference(argument.getType()));
        return argument.getDefaultValue() == null
                ? builder.build()
                : builder.defaultValueLiteral(argument.getDefaultValue()).build();
    }

    private GraphQLInputObjectType inputObject(InputObjectTypeDefinition input) {
        return GraphQLInputObjectType.newInputObject()
                .name(input.getName())
                .description(text(input.getDescription()))
                .fields(input.getInputValueDefinitions().stream()
                        .map(this::inputField)
                        .toList())
                .build();
    }

    private GraphQLInputObjectField inputField(InputValueDefinition field) {
        GraphQLInputObjectField.Builder builder = GraphQLInputObjectField.newInputObjectField()
                .name(field.getName())
                .description(text(field.getDescription()))
                .deprecate(deprecation(field))
                .type((GraphQLInputType) reference(field.getType()));
        return field.getDefaultValue() == null
                ? builder.build()
                : builder.defaultValueLiteral(field.getDefaultValue()).build();
    }

    private static GraphQLEnumType enumeration(EnumTypeDefinition enumeration) {
        return GraphQLEnumType.newEnum()
                .name(enumeration.getName())
                .description(text(enumeration.getDescription()))
                .values(enumeration.getEnumValueDefinitions().stream()
                        .map(AstTypes::enumValue)
                        .toList())
                .build();
    }

    private static GraphQLEnumValueDefinition enumValue(EnumValueDefinition value) {
        return GraphQLEnumValueDefinition.newEnumValueDefinition()
                .name(value.getName())
                .value(value.getName())
                .description(text(value.getDescription()))
                .deprecationReason(deprecation(value))
                .build();
    }

    private GraphQLType reference(Type<?> type) {
        if (type instanceof NonNullType wrapper) {
            return GraphQLNonNull.nonNull(reference(wrapper.getType()));
        }
        if (type instanceof ListType wrapper) {
            return GraphQLList.list(reference(wrapper.getType()));
        }
        String name = TypeTexts.name(type);
        GraphQLScalarType scalar = newScalars.apply(name);
        return scalar != null ? scalar : GraphQLTypeReference.typeRef(name);
    }

    private static @Nullable String text(@Nullable Description description) {
        return description == null ? null : description.getContent();
    }

    private static @Nullable String deprecation(DirectivesContainer<?> container) {
        List<Directive> directives = container.getDirectives("deprecated");
        if (directives.isEmpty()) {
            return null;
        }
        return directives.get(0).getArgument("reason") != null
                        && directives.get(0).getArgument("reason").getValue() instanceof StringValue reason
                ? reason.getValue()
                : "No longer supported";
    }
}
