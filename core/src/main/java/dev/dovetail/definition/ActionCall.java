package dev.dovetail.definition;

import dev.dovetail.session.Session;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of an action, as its handler sees it. Made by Dovetail, not by hosts.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public interface ActionCall {

    /** The action's name. */
    String action();

    /** Whether the action is a query or a mutation. */
    OperationKind operation();

    /**
     * The arguments that the client gave, defaults included, by name. An argument that was left out is absent; one that
     * was given as null is null.
     */
    Map<String, @Nullable Object> arguments();

    /**
     * The arguments as a record or bean of the host's, converted by Jackson.
     *
     * @throws IllegalArgumentException if the arguments do not fit the type
     */
    <T> T arguments(Class<T> type);

    /**
     * One argument's value, or null when the client left it out.
     *
     * @param <T> the class that the argument's GraphQL type is coerced to; a wrong one fails with a
     *     {@link ClassCastException} in the handler
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the schema says the type, the caller knows it
    default <T> @Nullable T argument(String name) {
        return (T) arguments().get(name);
    }

    /** The caller. */
    Session session();

    /**
     * GraphQL-java's environment of the action's field.
     *
     * @throws IllegalStateException if the call is of an asynchronous action: the request is over
     */
    DataFetchingEnvironment environment();

    /** Which delivery of an asynchronous action's call this is, or null when the client waits for the answer. */
    default @Nullable ActionDelivery delivery() {
        return null;
    }
}
