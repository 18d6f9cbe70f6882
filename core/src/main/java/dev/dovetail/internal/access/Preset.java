package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
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

/** What the host sets an argument to. */
public sealed interface Preset {

    /**
     * The value for a caller.
     *
     * @throws FieldFailure if the session lacks the variable, or has a value that the argument cannot have
     */
    Object value(Variables variables);

    /** The same for every caller. */
    record Fixed(Object value) implements Preset {
        @Override
        public Object value(Variables variables) {
            return value;
        }
    }

    /**
     * A variable of the session.
     *
     * @param scalar what the argument is, if it is a known scalar
     */
    record Variable(String name, @Nullable GraphQLScalarType scalar) implements Preset {
        @Override
        public Object value(Variables variables) {
            Object value = variables.value(name);
            if (scalar == null) {
                return value;
            }
            Object parsed = parsed(value, scalar.getCoercing());
            if (parsed != null) {
                return parsed;
            }
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED,
                    "Session variable '" + name + "' has a value that cannot be used by " + variables.rule());
        }

        /** As a variable of the client's; or, since sessions tend to hold texts, as the text would be in a document. */
        private static @Nullable Object parsed(Object value, Coercing<?, ?> coercing) {
            try {
                return coercing.parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
            } catch (CoercingParseValueException refused) {
                return value instanceof String text ? parsed(text, coercing) : null;
            }
        }

        private static @Nullable Object parsed(String text, Coercing<?, ?> coercing) {
            try {
                Value<?> literal = Parser.parseValue(text);
                return coercing.parseLiteral(
                        literal, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ROOT);
            } catch (CoercingParseLiteralException | InvalidSyntaxException refused) {
                return null;
            }
        }
    }
}
