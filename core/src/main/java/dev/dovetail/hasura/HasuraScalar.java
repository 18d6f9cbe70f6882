package dev.dovetail.hasura;

import dev.dovetail.internal.schema.KnownScalars;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scalar under the name that Hasura gives it. What a client sends is checked by the scalar that is the same to
 * Dovetail, if there is one, and goes to the handler as it came; what a handler answers passes unchecked, as in Hasura.
 */
final class HasuraScalar implements Coercing<Object, Object> {

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("uuid", "UUID"),
            Map.entry("bigint", "Long"),
            Map.entry("int8", "Long"),
            Map.entry("smallint", "Int"),
            Map.entry("int2", "Int"),
            Map.entry("int4", "Int"),
            Map.entry("numeric", "BigDecimal"),
            Map.entry("float8", "Float"),
            Map.entry("float4", "Float"),
            Map.entry("date", "Date"),
            Map.entry("time", "LocalTime"),
            Map.entry("timetz", "Time"),
            Map.entry("timestamp", "LocalDateTime"),
            Map.entry("timestamptz", "DateTime"),
            Map.entry("json", "JSON"),
            Map.entry("jsonb", "JSON"),
            Map.entry("bpchar", "String"),
            Map.entry("citext", "String"),
            Map.entry("name", "String"),
            Map.entry("text", "String"),
            Map.entry("varchar", "String"));

    private static final Coercing<?, ?> ANY = ExtendedScalars.Json.getCoercing();

    private final Coercing<?, ?> check;

    private HasuraScalar(Coercing<?, ?> check) {
        this.check = check;
    }

    static boolean isKnown(String name) {
        return SAME.containsKey(name);
    }

    /** The scalar of this name; one that takes any value where Dovetail does not know it. */
    static GraphQLScalarType of(String name) {
        GraphQLScalarType same = isKnown(name) ? KnownScalars.byName(SAME.getOrDefault(name, "")) : null;
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(same == null ? "Any value" : same.getDescription())
                .coercing(new HasuraScalar(same == null ? ANY : same.getCoercing()))
                .build();
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        Objects.requireNonNull(check.parseValue(input, context, locale));
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (check.parseLiteral(input, variables, context, locale) == null) {
            return null;
        }
        return ANY.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return ANY.valueToLiteral(input, context, locale);
    }
}
