package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(new ActionException("no"), "BAD_REQUEST"),
                arguments(new ActionException("no", Map.of("code", "of-the-host")), "BAD_REQUEST"),
                arguments(new ActionException("no", Map.of("reason", 7)), "BAD_REQUEST"),
                arguments(new ActionException("no", ErrorCode.ACCESS_DENIED), "FORBIDDEN"),
                arguments(new ActionException("late", ErrorCode.WEBHOOK_TIMEOUT), "DataFetchingException"),
                arguments(new ActionException("down", ErrorCode.WEBHOOK_FAILED), "DataFetchingException"));
    }

    /** A service that is down is not the client's fault. */
    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_isTheClientsFault_unlessItsCodeSaysOtherwise(ActionException refusal, String classification) {
        ActionDefinition act = ActionDefinition.query("act")
                .returns("Int")
                .handler(call -> {
                    throw refusal;
                })
                .build();
        Service service = Service.of(Dovetail.builder().action(act).build(), "type Query { version: String }");

        assertThat(service.execute("{ act }").getErrors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getErrorType().toSpecification(error)).isEqualTo(classification));
    }
}
