package dev.dovetail.internal.entity;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers to the representations of one field, each in the place of its own. One that fails nulls itself alone. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final DataFetchingEnvironment environment;
    private final List<CompletableFuture<@Nullable Object>> elements = new ArrayList<>();

    Answers(DataFetchingEnvironment environment) {
        this.environment = environment;
    }

    /** Adds the answer to the next representation. */
    void add(CompletableFuture<@Nullable Object> answer) {
        int index = elements.size();
        elements.add(answer.handle((value, error) -> error == null ? value : failed(Causes.of(error), index)));
    }

    /** Adds, for the next representation, why there is none. */
    void fail(RuntimeException failure) {
        elements.add(CompletableFuture.completedFuture(failed(failure, elements.size())));
    }

    private Object failed(Throwable error, int index) {
        if (error instanceof FieldFailure || error instanceof ActionException) {
            LOG.debug("Entity {}: {}", index, error.getMessage(), error.getCause());
            return FieldFailure.shown((RuntimeException) error, environment, index);
        }
        LOG.error("Entity {} could not be looked up", index, error);
        return new FieldFailure(ErrorCode.TABLE_LOOKUP_FAILED, "The lookup of an entity failed").at(environment, index);
    }

    /**
     * All of them, when they are there.
     *
     * @param errors that belong to more than one
     */
    CompletableFuture<DataFetcherResult<List<@Nullable Object>>> all(CompletableFuture<List<GraphQLError>> errors) {
        return CompletableFuture.allOf(elements.toArray(CompletableFuture[]::new))
                .thenCombine(
                        errors,
                        (done, ofSeveral) -> DataFetcherResult.<List<@Nullable Object>>newResult()
                                .data(values())
                                .errors(ofSeveral)
                                .build());
    }

    private List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        elements.forEach(element -> values.add(element.getNow(null)));
        return values;
    }
}
