package dev.dovetail.jooq.documents;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random arguments of any type; some values are refused when the field is fetched. */
final class RandomArguments {

    private static final List<String> TEXTS = List.of("", "a", "Ann", "2024-01-02", "%", "1");

    private final Random random;
    private final Variables variables;

    RandomArguments(Random random, Variables variables) {
        this.random = random;
        this.variables = variables;
    }

    /** What stands behind the name of a field. */
    String of(GraphQLFieldDefinition field) {
        List<String> texts = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextInt(4) == 0) {
                texts.add(argument.getName() + ": " + text(argument.getType()));
            }
        }
        return texts.isEmpty() ? "" : "(" + String.join(", ", texts) + ")";
    }

    private String text(GraphQLType type) {
        Object value = value(type, 2);
        return random.nextInt(3) == 0
                ? variables.reference(GraphQLTypeUtil.simplePrint(type), value)
                : Literals.of(value);
    }

    private Object value(GraphQLType type, int depth) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value(nonNull.getWrappedType(), depth);
        }
        if (type instanceof GraphQLList list) {
            return random.nextInt(6) == 0 ? List.of() : List.of(value(list.getWrappedType(), depth));
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return new Literals.Word(any(enumeration.getValues()).getName());
        }
        if (type instanceof GraphQLInputObjectType input) {
            return fields(input, depth);
        }
        return switch (GraphQLTypeUtil.simplePrint(type)) {
            case "Int", "Long", "BigDecimal", "Float" -> random.nextInt(20) == 0 ? -1 : random.nextInt(5);
            case "Boolean" -> random.nextBoolean();
            default -> any(TEXTS);
        };
    }

    private Map<String, Object> fields(GraphQLInputObjectType input, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (depth > 0 && random.nextInt(8) > 0) {
            GraphQLInputObjectField field = any(input.getFields());
            values.put(field.getName(), value(field.getType(), depth - 1));
        }
        return values;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
