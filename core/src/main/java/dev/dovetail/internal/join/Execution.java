package dev.dovetail.internal.join;

import dev.dovetail.definition.Limits;
import dev.dovetail.internal.access.RequestCheck;
import dev.dovetail.internal.failure.Callers;
import dev.dovetail.internal.listening.Audience;
import dev.dovetail.internal.model.Vocabulary;
import graphql.GraphQLContext;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all joins of a schema have in common.
 *
 * @param callers finds the caller of a field
 * @param executors find what runs the lookups of a request, or null for the thread that completes a level
 * @param words the names that Dovetail gives itself
 * @param limits what bounds them
 * @param check refuses what cannot succeed
 * @param catalog is told of tables that have changed
 * @param audience is told of batches
 */
public record Execution(
        Callers callers,
        @Nullable Function<GraphQLContext, Executor> executors,
        Vocabulary words,
        Limits limits,
        RequestCheck check,
        CatalogWatch catalog,
        Audience audience) {}
