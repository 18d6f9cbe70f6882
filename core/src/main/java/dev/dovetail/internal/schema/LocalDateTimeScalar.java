package dev.dovetail.internal.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A date and time without a zone, as ISO 8601 writes it; graphql-java-extended-scalars has none. */
final class LocalDateTimeScalar implements Coercing<LocalDateTime, String> {

    static final GraphQLScalarType INSTANCE = GraphQLScalarType.newScalar()
            .name("LocalDateTime")
            .description("A date and time without a time zone in ISO 8601 form, for instance 2026-01-31T23:59:59")
            .coercing(new LocalDateTimeScalar())
            .build();

    private LocalDateTimeScalar() {}

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof LocalDateTime) {
            return value.toString();
        }
        throw new CoercingSerializeException("Expected a LocalDateTime but was " + value.getClass());
    }

    @Override
    public LocalDateTime parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return input instanceof LocalDateTime time ? time : LocalDateTime.parse(input.toString());
        } catch (DateTimeParseException e) {
            throw new CoercingParseValueException("Expected a date and time such as 2026-01-31T23:59:59", e);
        }
    }

    @Override
    public LocalDateTime parseLiteral(
            Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return parseValue(((StringValue) literal).getValue(), context, locale);
        } catch (ClassCastException | CoercingParseValueException e) {
            throw new CoercingParseLiteralException("Expected a text such as \"2026-01-31T23:59:59\"", e);
        }
    }
}
