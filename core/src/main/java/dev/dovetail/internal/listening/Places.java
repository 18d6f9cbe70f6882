package dev.dovetail.internal.listening;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of fields that have no plan of the request's to be kept with: kept in its context.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class Places {

    private final Map<Object, Place> places = new ConcurrentHashMap<>();

    private Places() {}

    /** Begins anew: a host may execute several requests with one context, and a subscription is one for each event. */
    static void renew(GraphQLContext context) {
        context.delete(Places.class);
    }

    /**
     * A parent asks for so many keys. Nothing happens where nobody listens.
     *
     * @param question equal for fields that share a batch
     */
    public static void ask(Object question, int keys, DataFetchingEnvironment environment, Audience audience) {
        GraphQLContext context = environment.getGraphQlContext();
        if (audience.listens(context)) {
            Places places = context.computeIfAbsent(Places.class, key -> new Places());
            places.places
                    .computeIfAbsent(question, key -> Place.of(environment, audience.traces(context)))
                    .ask(keys, environment);
        }
    }

    /** Where those are that asked; null where nobody listens. */
    public static @Nullable Place of(Object question, GraphQLContext context) {
        Places places = context.get(Places.class);
        return places == null ? null : places.places.get(question);
    }
}
