package dev.dovetail.internal.arguments;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the values of arguments for what the schema says they are. */
final class Arguments {

    private Arguments() {}

    /** What is wrong with an argument; messages name the place and never the value. */
    static FieldFailure invalid(String place, String fault) {
        return new FieldFailure(ErrorCode.ARGUMENT_INVALID, "Argument " + place + " " + fault);
    }

    static Object notNull(@Nullable Object value, String place) {
        if (value == null) {
            throw invalid(place, "is null; leave it out");
        }
        return value;
    }

    /** An input object. */
    @SuppressWarnings("unchecked") // the schema says so
    static Map<String, @Nullable Object> object(@Nullable Object value, String place) {
        return (Map<String, @Nullable Object>) notNull(value, place);
    }

    /** A list; graphql-java makes a single value one. */
    static List<?> list(@Nullable Object value, String place) {
        return (List<?>) notNull(value, place);
    }

    /** A number of rows; null when the argument is not given. */
    static @Nullable Integer count(@Nullable Object value, String place) {
        if (value instanceof Integer number && number < 0) {
            throw invalid(place, "is negative");
        }
        return (Integer) value;
    }
}
