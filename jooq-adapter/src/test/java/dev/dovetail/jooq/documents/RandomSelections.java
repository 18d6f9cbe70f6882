package dev.dovetail.jooq.documents;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random selections of any type, with fragments of all kinds, repetitions and directives. */
final class RandomSelections {

    /** About how many parts all selections have together. */
    private static final int PARTS = 50;

    private static final int FIELD = 9;

    private final Random random;
    private final GraphQLSchema schema;
    private final Variables variables;
    private final Fragments fragments;
    private final RandomArguments arguments;
    private final ResponseKeys keys;
    private int left = PARTS;

    RandomSelections(Random random, GraphQLSchema schema, Variables variables, Fragments fragments) {
        this.random = random;
        this.schema = schema;
        this.variables = variables;
        this.fragments = fragments;
        this.arguments = new RandomArguments(random, variables);
        this.keys = new ResponseKeys(random);
    }

    /** A selection with braces. */
    String of(GraphQLCompositeType type, int depth) {
        List<String> parts = new ArrayList<>();
        int wanted = 1 + random.nextInt(4);
        for (int i = 0; i < wanted; i++) {
            parts.add(part(type, depth));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String part(GraphQLCompositeType type, int depth) {
        left--;
        return switch (left > 0 ? random.nextInt(10) : FIELD) {
            case 0 -> "..." + directives() + " " + of(type, depth);
            case 1, 2 -> {
                GraphQLCompositeType other = overlapping(type);
                yield "... on " + other.getName() + directives() + " " + of(other, depth);
            }
            case 3 -> spread(overlapping(type), depth);
            default -> type instanceof GraphQLFieldsContainer container ? field(container, depth) : "__typename";
        };
    }

    private String spread(GraphQLCompositeType type, int depth) {
        String known = random.nextBoolean() ? fragments.any(random, type.getName(), depth) : null;
        String name = known != null ? known : fragments.add(type.getName(), depth, of(type, depth));
        return "..." + name + directives();
    }

    private String field(GraphQLFieldsContainer type, int depth) {
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream()
                .filter(field -> (depth > 0 && left > 0) || !isComposite(field))
                .toList();
        if (fields.isEmpty() || random.nextInt(15) == 0) {
            return "__typename" + directives();
        }
        GraphQLFieldDefinition field = wanted(fields);
        List<String> names =
                fields.stream().map(GraphQLFieldDefinition::getName).toList();
        String text = keys.field(field.getName(), arguments.of(field), names) + directives();
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType composite
                ? text + " " + of(composite, depth - 1)
                : text;
    }

    /** One that leads on rather than another. */
    private GraphQLFieldDefinition wanted(List<GraphQLFieldDefinition> fields) {
        GraphQLFieldDefinition field = any(fields);
        return isComposite(field) || random.nextBoolean() ? field : any(fields);
    }

    private static boolean isComposite(GraphQLFieldDefinition field) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type instanceof GraphQLCompositeType;
    }

    private String directives() {
        if (random.nextInt(8) > 0) {
            return "";
        }
        boolean included = random.nextInt(3) > 0;
        boolean skip = random.nextBoolean();
        Object value = included != skip;
        String condition = random.nextBoolean() ? variables.reference("Boolean!", value) : String.valueOf(value);
        return (skip ? " @skip(if: " : " @include(if: ") + condition + ")";
    }

    /** The type itself, or another that objects of it have as well. */
    private GraphQLCompositeType overlapping(GraphQLCompositeType type) {
        List<GraphQLCompositeType> types = new ArrayList<>(List.of(type));
        objects(type).forEach(object -> {
            types.add(object);
            object.getInterfaces().forEach(one -> types.add((GraphQLCompositeType) one));
            schema.getAllTypesAsList().stream()
                    .filter(one -> one instanceof GraphQLUnionType union && union.isPossibleType(object))
                    .forEach(one -> types.add((GraphQLCompositeType) one));
        });
        return any(types);
    }

    private Stream<GraphQLObjectType> objects(GraphQLCompositeType type) {
        if (type instanceof GraphQLObjectType object) {
            return Stream.of(object);
        }
        Stream<? extends GraphQLNamedOutputType> possible = type instanceof GraphQLInterfaceType common
                ? schema.getImplementations(common).stream()
                : ((GraphQLUnionType) type).getTypes().stream();
        return possible.map(GraphQLObjectType.class::cast);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
