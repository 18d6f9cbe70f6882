package dev.dovetail.internal.schema;

import dev.dovetail.definition.OperationKind;
import graphql.language.FieldDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes additions into a schema that is already built, in two steps: first the new types, which refer to each other and
 * to the host's by name, then the new fields, since a field can only refer by name to a type that is there.
 */
public final class SchemaExtender {

    private final GraphQLSchema schema;
    private final Additions additions;

    public SchemaExtender(GraphQLSchema schema, Additions additions) {
        this.schema = schema;
        this.additions = additions;
    }

    public GraphQLSchema extend() {
        return withFields(withTypes());
    }

    private GraphQLSchema withTypes() {
        AstTypes types = new AstTypes(
                name -> schema.containsType(name) ? null : additions.scalars().get(name));
        return schema.transform(builder -> {
            Set<GraphQLNamedType> added = new LinkedHashSet<>();
            additions.scalars().values().stream()
                    .filter(scalar -> !schema.containsType(scalar.getName()))
                    .forEach(added::add);
            additions.types().values().forEach(definition -> added.add(types.type(definition)));
            addTypes(builder, added);
            additions.rootTypes().forEach((operation, name) -> {
                GraphQLObjectType root = types.object(name, additions.fields().getOrDefault(name, List.of()));
                if (operation == OperationKind.QUERY) {
                    builder.query(root);
                } else {
                    builder.mutation(root);
                }
            });
        });
    }

    /** The one form of this method whose bytecode is the same in all supported versions of graphql-java. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void addTypes(GraphQLSchema.Builder builder, Set types) {
        builder.additionalTypes(types);
    }

    private GraphQLSchema withFields(GraphQLSchema typed) {
        AstTypes types = new AstTypes(
                name -> typed.containsType(name) ? null : additions.scalars().get(name));
        return SchemaTransformer.transformSchema(typed, new GraphQLTypeVisitorStub() {
            @Override
            public TraversalControl visitGraphQLObjectType(
                    GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
                List<GraphQLFieldDefinition> fields = missing(types, type.getName());
                return fields.isEmpty()
                        ? TraversalControl.CONTINUE
                        : changeNode(context, type.transform(builder -> fields.forEach(builder::field)));
            }

            @Override
            public TraversalControl visitGraphQLInterfaceType(
                    GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
                List<GraphQLFieldDefinition> fields = missing(types, type.getName());
                return fields.isEmpty()
                        ? TraversalControl.CONTINUE
                        : changeNode(context, type.transform(builder -> fields.forEach(builder::field)));
            }
        });
    }

    /** A root type that was added has its fields already: a schema refuses an object type without any. */
    private List<GraphQLFieldDefinition> missing(AstTypes types, String typeName) {
        List<GraphQLFieldDefinition> fields = new ArrayList<>();
        if (!additions.rootTypes().containsValue(typeName)) {
            for (FieldDefinition field : additions.fields().getOrDefault(typeName, List.of())) {
                fields.add(types.field(field));
            }
        }
        return fields;
    }
}
