package dev.dovetail.internal.key;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a value of the host's into what an argument has when a client gives it. */
public final class ScalarValues {

    private ScalarValues() {}

    /**
     * The argument's value, or null when the scalar does not take it. A text is also read as it would be in a document,
     * since sessions and keys tend to be texts; and of another value, its text.
     */
    public static @Nullable Object of(Object value, GraphQLScalarType scalar) {
        Coercing<?, ?> coercing = scalar.getCoercing();
        Object parsed = asVariable(value, coercing);
        if (parsed == null) {
            parsed = value instanceof String text ? asLiteral(text, coercing) : asVariable(value.toString(), coercing);
        }
        return parsed;
    }

    private static @Nullable Object asVariable(Object value, Coercing<?, ?> coercing) {
        try {
            return coercing.parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseValueException refused) {
            return null;
        }
    }

    private static @Nullable Object asLiteral(String text, Coercing<?, ?> coercing) {
        try {
            Value<?> literal = Parser.parseValue(text);
            return coercing.parseLiteral(
                    literal, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseLiteralException | InvalidSyntaxException refused) {
            return null;
        }
    }
}
