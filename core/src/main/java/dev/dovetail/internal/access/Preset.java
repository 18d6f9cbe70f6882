package dev.dovetail.internal.access;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.ScalarValues;
import graphql.schema.GraphQLScalarType;
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
            Object parsed = ScalarValues.of(value, scalar);
            if (parsed != null) {
                return parsed;
            }
            throw new FieldFailure(
                    ErrorCode.ACCESS_DENIED,
                    "Session variable '" + name + "' has a value that cannot be used by " + variables.rule());
        }
    }
}
