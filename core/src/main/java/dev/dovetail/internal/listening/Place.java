package dev.dovetail.internal.listening;

import dev.dovetail.internal.batch.Operations;
import graphql.GraphQLContext;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in an answer a plan's field is, and how often it asks: kept for those who listen, and only where somebody does.
 *
 * <p>A field of a fragment is one plan, but may be in several places.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Place {

    private final Operation operation;
    private final @Nullable Place above;
    private final List<String> names;
    private final int depth;
    private final boolean traced;
    private final Set<List<String>> paths = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param operation that the field is part of
     * @param above the place of the rows that the field belongs to; null where the engine fetches it
     * @param names that lead from there to here
     * @param depth how many names lead here from the beginning
     */
    private Place(Operation operation, @Nullable Place above, List<String> names, int depth, boolean traced) {
        this.operation = operation;
        this.above = above;
        this.names = names;
        this.depth = depth;
        this.traced = traced;
    }

    /** The place of a field that the engine fetches; null where nobody listens. */
    public static @Nullable Place of(DataFetchingEnvironment environment, Audience audience) {
        GraphQLContext context = environment.getGraphQlContext();
        return audience.listens(context) ? of(environment, audience.traces(context)) : null;
    }

    static Place of(DataFetchingEnvironment environment, boolean traced) {
        int depth = traced ? path(environment).size() : 0;
        return new Place(Operations.of(environment), null, List.of(), depth, traced);
    }

    /** The place of a field that is joined in advance. */
    public Place below(SelectedField field) {
        if (!traced) {
            return new Place(operation, this, List.of(), 0, false);
        }
        List<String> path = path(field);
        return new Place(operation, this, path.subList(depth, path.size()), path.size(), true);
    }

    private static List<String> path(DataFetchingEnvironment environment) {
        return environment.getExecutionStepInfo().getPath().getKeysOnly();
    }

    private static List<String> path(SelectedField field) {
        List<String> path = new ArrayList<>();
        for (SelectedField next = field; next != null; next = next.getParentField()) {
            path.add(next.getResultKey());
        }
        Collections.reverse(path);
        return path;
    }

    /** A parent asks for so many keys. */
    public void ask(int keys, DataFetchingEnvironment environment) {
        asked.addAndGet(keys);
        if (traced) {
            paths.add(path(environment));
        }
    }

    /** How many keys were asked for since this was asked last. */
    public int takeAsked() {
        return asked.getAndSet(0);
    }

    /** The operation that the field is part of. */
    public Operation operation() {
        return operation;
    }

    /** Where the field is, by the names in the answer; empty where the request is not traced. */
    public Stream<String> paths() {
        Stream<String> own = paths.stream().map(path -> String.join(".", path));
        return above == null || !traced
                ? own
                : above.paths().map(path -> path + names.stream().collect(Collectors.joining(".", ".", "")));
    }
}
