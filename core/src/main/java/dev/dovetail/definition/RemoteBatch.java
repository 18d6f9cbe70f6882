package dev.dovetail.definition;

import dev.dovetail.session.Session;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a remote relationship's loader is asked for: the keys of parents that have the arguments and the caller in
 * common. Made by Dovetail, not by hosts.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public interface RemoteBatch {

    /**
     * The keys, each once: the mapped field's values as they are, or a {@link List} for each key where several fields are
     * mapped. Never empty.
     *
     * @param <K> the class of the mapped field's values; a wrong one fails with a {@link ClassCastException} in the
     *     loader
     */
    <K> List<K> keys();

    /** The arguments that the client gave, defaults included, by name. One that was left out is absent. */
    Map<String, @Nullable Object> arguments();

    /**
     * One argument's value, or null when the client left it out.
     *
     * @param <T> the class that the argument's GraphQL type is coerced to; a wrong one fails with a
     *     {@link ClassCastException} in the loader
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the schema says the type, the caller knows it
    default <T> @Nullable T argument(String name) {
        return (T) arguments().get(name);
    }

    /** The caller, the same for all keys. */
    Session session();

    /** The context of the request, the same for all keys. */
    GraphQLContext context();
}
