package dev.dovetail.internal.completion;

import dev.dovetail.internal.join.Joined;
import dev.dovetail.internal.join.Plans;
import dev.dovetail.internal.join.RowLayout;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.language.Field;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the joined values of one request are completed, found out once for each field. */
final class Completions {

    private final Map<Place, Optional<Completion>> completions = new ConcurrentHashMap<>();

    static Completions of(ExecutionContext execution) {
        return Plans.kept(execution.getGraphQLContext(), Completions.class, Completions::new);
    }

    /** How a value of this field is completed; null where the engine has to do it. */
    @Nullable
    Completion completion(Joined value, ExecutionContext context, ExecutionStrategyParameters parameters) {
        Place place = new Place(value.layout(), parameters.getField().getSingleField(), value.getClass());
        Optional<Completion> known = completions.get(place);
        if (known == null) {
            known = Optional.ofNullable(new CompletionMaker(value.layout(), context, parameters).make());
            completions.put(place, known);
        }
        return known.orElse(null);
    }

    /** The layout is that of one selection; a list of rows is another value of a field than one of its rows. */
    private record Place(RowLayout layout, Field field, Class<?> kind) {

        @Override
        @SuppressWarnings("ReferenceEquality") // of one request, in which there is one of each
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && layout == that.layout && field == that.field && kind == that.kind;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(layout) + kind.hashCode();
        }
    }
}
