package dev.dovetail.internal.failure;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a field has no value. Dovetail's fetchers never throw it at the engine but return it as data, because the
 * exception handlers of frameworks rewrite what is thrown.
 *
 * <p>It is a GraphQL error itself, so that its code survives where a data fetcher of the host's lets it through to the
 * exception handler. It has no stack trace: a bad batch makes one for each parent.
 */
public final class FieldFailure extends RuntimeException implements GraphQLError {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String text;

    public FieldFailure(ErrorCode code, String text) {
        this(code, text, null);
    }

    /**
     * @param cause what happened, for the log; clients never see it
     */
    public FieldFailure(ErrorCode code, String text, @Nullable Throwable cause) {
        super(text, cause, false, false);
        this.code = code;
        this.text = text;
    }

    /** The null field with this failure as its error. */
    public DataFetcherResult<@Nullable Object> at(DataFetchingEnvironment environment) {
        return at(environment, path(environment));
    }

    /** The null element of the field's list with this failure as its error. */
    public DataFetcherResult<@Nullable Object> at(DataFetchingEnvironment environment, int index) {
        return at(environment, path(environment).segment(index));
    }

    private DataFetcherResult<@Nullable Object> at(DataFetchingEnvironment environment, ResultPath path) {
        return DataFetcherResult.<@Nullable Object>newResult()
                .error(error(environment, path, text, getExtensions()))
                .build();
    }

    /** This failure as the error of a request that is refused before it begins, because of the field at a path. */
    public GraphQLError at(List<Object> path, @Nullable SourceLocation location) {
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError()
                .message("%s", text)
                .errorType(ErrorType.ExecutionAborted)
                .path(path)
                .extensions(getExtensions());
        return (location == null ? error : error.location(location)).build();
    }

    /**
     * The null field with a failure that is meant for the client.
     *
     * @param failure a {@link FieldFailure}, or an {@link ActionException} of the host's
     */
    public static DataFetcherResult<@Nullable Object> shown(
            RuntimeException failure, DataFetchingEnvironment environment) {
        if (failure instanceof ActionException refusal) {
            return refusal(environment, refusal);
        }
        return ((FieldFailure) failure).at(environment);
    }

    /** The same for an element of the field's list. */
    public static DataFetcherResult<@Nullable Object> shown(
            RuntimeException failure, DataFetchingEnvironment environment, int index) {
        if (failure instanceof ActionException refusal) {
            return refusal(environment, path(environment).segment(index), refusal);
        }
        return ((FieldFailure) failure).at(environment, index);
    }

    /** The null field with what the host's own code says to the client. */
    public static DataFetcherResult<@Nullable Object> refusal(
            DataFetchingEnvironment environment, ActionException refusal) {
        return refusal(environment, path(environment), refusal);
    }

    private static DataFetcherResult<@Nullable Object> refusal(
            DataFetchingEnvironment environment, ResultPath path, ActionException refusal) {
        List<GraphQLError> errors = new ArrayList<>();
        refusal.errors().forEach(error -> errors.add(error(environment, path, error.message(), error.extensions())));
        return DataFetcherResult.<@Nullable Object>newResult().errors(errors).build();
    }

    private static ResultPath path(DataFetchingEnvironment environment) {
        return environment.getExecutionStepInfo().getPath();
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment,
            ResultPath path,
            String message,
            Map<String, ? extends @Nullable Object> extensions) {
        return GraphqlErrorBuilder.newError(environment)
                .message("%s", message)
                .errorType(Classifications.of(extensions))
                .path(path)
                .extensions(new LinkedHashMap<>(extensions))
                .build();
    }

    /** The code that clients see. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return text;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.code());
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return null;
    }

    @Override
    public ErrorClassification getErrorType() {
        return Classifications.of(code);
    }
}
