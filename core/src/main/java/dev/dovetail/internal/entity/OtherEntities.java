package dev.dovetail.internal.entity;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.Elements;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The representations of one field that are no rows: the host's own data fetcher is asked for all of them at once. */
final class OtherEntities {

    private static final Logger LOG = LoggerFactory.getLogger(OtherEntities.class);

    private final DataFetchingEnvironment environment;
    private final List<Object> representations = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<CompletableFuture<@Nullable Object>> answers = new ArrayList<>();

    OtherEntities(DataFetchingEnvironment environment) {
        this.environment = environment;
    }

    /**
     * What will be the answer to a representation.
     *
     * @param place of it among all
     */
    CompletableFuture<@Nullable Object> add(Object representation, int place) {
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        representations.add(representation);
        places.add(place);
        answers.add(answer);
        return answer;
    }

    /** Asks for the answers; the errors that belong to more than one of them. */
    CompletableFuture<List<GraphQLError>> fetch(DataFetcher<?> fetcher) {
        return representations.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : called(fetcher).handle((value, error) -> error == null ? taken(value) : failed(Causes.of(error)));
    }

    private CompletableFuture<@Nullable Object> called(DataFetcher<?> fetcher) {
        try {
            Object value = fetcher.get(asked());
            return value instanceof CompletionStage<?> stage
                    ? stage.<@Nullable Object>thenApply(given -> given).toCompletableFuture()
                    : CompletableFuture.completedFuture(value);
        } catch (Exception thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** As it is where nothing is left out: frameworks may need the engine's very own environment, to make others of it. */
    private DataFetchingEnvironment asked() {
        List<?> all = environment.getArgumentOrDefault(EntityFetcher.REPRESENTATIONS, List.of());
        return all.size() == representations.size()
                ? environment
                : new OwnRepresentations(environment, representations);
    }

    private List<GraphQLError> taken(@Nullable Object given) {
        DataFetcherResult<?> result = given instanceof DataFetcherResult<?> whole
                ? whole
                : DataFetcherResult.newResult().data(given).build();
        Iterable<?> values = result.getData() == null ? null : Elements.of(result.getData());
        List<@Nullable Object> elements = new ArrayList<>();
        if (values != null) {
            values.forEach(elements::add);
        }
        if (elements.size() != answers.size() && !(values == null && result.hasErrors())) {
            return failed(new IllegalStateException("The data fetcher of entities gave "
                    + (values == null ? "no list" : elements.size() + " value(s)") + " for " + answers.size()
                    + " representation(s)"));
        }
        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).complete(values == null ? null : element(elements.get(i), result.getLocalContext()));
        }
        return result.getErrors().stream().map(this::moved).toList();
    }

    /** A local context of the host's is for what the host gave, and not for rows. */
    private static @Nullable Object element(@Nullable Object value, @Nullable Object localContext) {
        return localContext == null || value instanceof DataFetcherResult<?>
                ? value
                : DataFetcherResult.newResult()
                        .data(value)
                        .localContext(localContext)
                        .build();
    }

    /** The host counts its own representations, and the client all of them. */
    private GraphQLError moved(GraphQLError error) {
        int depth = environment.getExecutionStepInfo().getPath().toList().size();
        List<Object> path = error.getPath() == null ? List.of() : new ArrayList<>(error.getPath());
        if (path.size() <= depth
                || !(path.get(depth) instanceof Integer index)
                || index < 0
                || index >= places.size()
                || places.get(index).equals(index)) {
            return error;
        }
        path.set(depth, places.get(index));
        return GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .locations(error.getLocations())
                .errorType(error.getErrorType())
                .extensions(error.getExtensions())
                .path(path)
                .build();
    }

    private List<GraphQLError> failed(Throwable error) {
        RuntimeException shown = error instanceof ActionException refusal
                ? refusal
                : new FieldFailure(ErrorCode.ENTITY_FETCH_FAILED, "The data fetcher of entities failed", error);
        if (shown instanceof FieldFailure) {
            LOG.error("The data fetcher of entities failed for {} representation(s)", answers.size(), error);
        }
        answers.forEach(answer -> answer.completeExceptionally(shown));
        return List.of();
    }
}
