package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frameworks make of an error's classification whether clients should try again. */
final class ErrorClassificationTest {

    private static final Map<ErrorCode, String> OTHERS = Map.of(
            ErrorCode.ARGUMENT_INVALID, "ValidationError",
            ErrorCode.REPRESENTATION_INVALID, "ValidationError",
            ErrorCode.ACCESS_DENIED, "FORBIDDEN",
            ErrorCode.SESSION_VARIABLE_MISSING, "FORBIDDEN",
            ErrorCode.ROW_LIMIT_EXCEEDED, "ExecutionAborted",
            ErrorCode.DEPTH_LIMIT_EXCEEDED, "ExecutionAborted",
            ErrorCode.MEMORY_LIMIT_EXCEEDED, "ExecutionAborted",
            ErrorCode.ACTION_REJECTED, "BAD_REQUEST");

    @ParameterizedTest
    @EnumSource
    void classification_saysWhoseFaultItIs(ErrorCode code) {
        FieldFailure failure = new FieldFailure(code, "text");

        assertThat(failure.getErrorType().toSpecification(failure))
                .isEqualTo(OTHERS.getOrDefault(code, "DataFetchingException"));
    }
}
