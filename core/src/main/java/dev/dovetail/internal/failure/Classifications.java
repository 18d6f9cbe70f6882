package dev.dovetail.internal.failure;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.dovetail.error.ErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose fault an error is: frameworks make of it whether clients should try again. */
final class Classifications {

    /** What graphql-java has no classes for, in the words of Spring for GraphQL. */
    private static final ErrorClassification FORBIDDEN = ErrorClassification.errorClassification("FORBIDDEN");

    private static final ErrorClassification BAD_REQUEST = ErrorClassification.errorClassification("BAD_REQUEST");

    private static final Map<String, ErrorClassification> BY_CODE =
            Stream.of(ErrorCode.values()).collect(toUnmodifiableMap(ErrorCode::code, Classifications::of));

    private Classifications() {}

    static ErrorClassification of(ErrorCode code) {
        return switch (code) {
            case ARGUMENT_INVALID, REPRESENTATION_INVALID -> ErrorType.ValidationError;
            case ACCESS_DENIED, SESSION_VARIABLE_MISSING -> FORBIDDEN;
            case ROW_LIMIT_EXCEEDED, DEPTH_LIMIT_EXCEEDED, MEMORY_LIMIT_EXCEEDED -> ErrorType.ExecutionAborted;
            case ACTION_REJECTED -> BAD_REQUEST;
            default -> ErrorType.DataFetchingException;
        };
    }

    /** Of what a handler says by its own words, which is a refusal, or by a code of Dovetail's, as webhooks do that fail. */
    static ErrorClassification of(Map<String, ? extends @Nullable Object> extensions) {
        return extensions.get("code") instanceof String code ? BY_CODE.getOrDefault(code, BAD_REQUEST) : BAD_REQUEST;
    }
}
