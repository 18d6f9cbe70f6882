package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.Causes;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.KeyReader;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.JoinKey;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins one parent: reads its key and puts it into the batch of the parents of its level.
 *
 * <p>Everything up to {@code load} happens in the calling thread, since a load made later is never dispatched. It is a
 * trivial data fetcher so that instrumentations leave it there, and do not time it once for every parent.
 */
public final class RelationshipFetcher implements TrivialDataFetcher<@Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(RelationshipFetcher.class);

    private final Join join;
    private final KeyReader keys;
    private final Form form;
    private final Execution execution;
    private final JoinLoaders loaders;

    /**
     * @param form in which the field shows what is joined
     */
    public RelationshipFetcher(Join join, Form form, Execution execution) {
        this.join = join;
        this.keys = new KeyReader(join.relationship(), join.keyColumns());
        this.form = form;
        this.execution = execution;
        this.loaders = new JoinLoaders(join, execution.executor());
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        try {
            return join.isListOfKeys() ? rowsOfKeys(environment) : rowsOfKey(environment);
        } catch (FieldFailure failure) {
            LOG.debug("Relationship {}: {}", join, failure.getMessage(), failure.getCause());
            return failure.at(environment);
        } catch (RuntimeException e) {
            return unexpected(e).at(environment);
        }
    }

    private @Nullable Object rowsOfKey(DataFetchingEnvironment environment) {
        JoinKey key = keys.read(source(environment));
        if (key == null) {
            return nothing(environment);
        }
        return loaders.loader(environment)
                .load(new JoinLoad(plan(environment), key))
                .handle((value, error) -> answer(environment, value, error));
    }

    /** What there is without a key. */
    private @Nullable Object nothing(DataFetchingEnvironment environment) {
        if (form == Form.ROWS) {
            return join.isMany() ? List.of() : null;
        }
        return plan(environment).answer().of(List.of(), null);
    }

    private Object rowsOfKeys(DataFetchingEnvironment environment) {
        List<JoinKey> list = keys.readList(source(environment));
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        Plan plan = plan(environment);
        List<JoinLoad> loads = list.stream().map(key -> new JoinLoad(plan, key)).toList();
        return loaders.loader(environment)
                .loadMany(loads)
                .handle((values, error) -> answer(environment, error == null ? plan.shown(values) : null, error));
    }

    /** Only a root type has none, and a root type has no relationships. */
    private static Object source(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource(), "source");
    }

    private Plan plan(DataFetchingEnvironment environment) {
        return Plans.of(environment).plan(join, form, execution, environment);
    }

    /** The loader takes a failure among its values for an exception of the load. */
    private @Nullable Object answer(
            DataFetchingEnvironment environment, @Nullable Object value, @Nullable Throwable error) {
        if (error == null) {
            return value instanceof FieldFailure failure ? failure.at(environment) : value;
        }
        Throwable cause = Causes.of(error);
        return (cause instanceof FieldFailure failure ? failure : unexpected(cause)).at(environment);
    }

    private FieldFailure unexpected(Throwable error) {
        LOG.error("Relationship {} failed", join, error);
        return new FieldFailure(ErrorCode.TABLE_LOOKUP_FAILED, "The lookup of relationship " + join + " failed");
    }
}
