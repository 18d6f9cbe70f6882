package dev.dovetail.internal.batch;

import dev.dovetail.error.ActionException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.Elements;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a relationship's field for one parent: puts the parent's key into the batch of the parents of its level.
 *
 * <p>Everything up to {@code load} happens in the calling thread, since a load made later is never dispatched. It is a
 * trivial data fetcher so that instrumentations leave it there, and do not time it once for every parent.
 *
 * @param <L> what is loaded
 */
public abstract class BatchFetcher<L> implements TrivialDataFetcher<@Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchFetcher.class);

    private final String relationship;
    private final ErrorCode failure;
    private final BatchLoaders<L> loaders;

    /**
     * @param relationship {@code Type.field}, as it is declared
     * @param failure the code of what went wrong for no reason of the parent's
     */
    protected BatchFetcher(String relationship, ErrorCode failure, BatchLoaders<L> loaders) {
        this.relationship = relationship;
        this.failure = failure;
        this.loaders = loaders;
    }

    @Override
    public final @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            // Only a root type has no source, and what is on a root type reads none.
            Object source = environment.getSource();
            return value(source == null ? environment : source, environment);
        } catch (FieldFailure failed) {
            LOG.debug("Relationship {}: {}", relationship, failed.getMessage(), failed.getCause());
            return failed.at(environment);
        } catch (RuntimeException e) {
            return unexpected(e).at(environment);
        }
    }

    /** Whether the parent may be anything that a function of the host's knows how to read, a scalar even. */
    public abstract boolean takesAnySource();

    /** The field's value, or the future of {@link #load} or {@link #loadAll}. */
    protected abstract @Nullable Object value(Object source, DataFetchingEnvironment environment);

    /** What the batch answers. */
    protected final Object load(L load, DataFetchingEnvironment environment) {
        return loaders.loader(environment)
                .load(load)
                .handle((value, error) -> error == null ? value : failed(error, environment));
    }

    /**
     * What the batch answers to all loads, one after the other, as one list.
     *
     * @param shown makes the field's value of the list; may throw a {@link FieldFailure}
     */
    protected final Object loadAll(
            List<L> loads, DataFetchingEnvironment environment, UnaryOperator<List<@Nullable Object>> shown) {
        return loaders.loader(environment)
                .loadMany(loads)
                .<List<@Nullable Object>>thenApply(values -> shown.apply(concatenated(values)))
                .handle((value, error) -> error == null ? value : failed(error, environment));
    }

    private static List<@Nullable Object> concatenated(List<? extends @Nullable Object> values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            Iterable<? extends @Nullable Object> elements = value == null ? List.of() : Elements.of(value);
            if (elements == null) {
                all.add(value);
            } else {
                elements.forEach(all::add);
            }
        }
        return all;
    }

    /** The loader takes a failure among its values for an exception of the load. */
    private Object failed(Throwable error, DataFetchingEnvironment environment) {
        Throwable cause = Causes.of(error);
        if (cause instanceof ActionException refusal) {
            return FieldFailure.refusal(environment, refusal);
        }
        return (cause instanceof FieldFailure failed ? failed : unexpected(cause)).at(environment);
    }

    private FieldFailure unexpected(Throwable error) {
        LOG.error("Relationship {} failed", relationship, error);
        return new FieldFailure(failure, "The lookup of relationship " + relationship + " failed");
    }
}
