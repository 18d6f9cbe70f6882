package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.TableAccess;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableRows;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins one parent to rows: reads its key and puts it, with the plan for the selection, into the batch. */
public final class RelationshipFetcher extends BatchFetcher<JoinLoad> {

    private final Execution execution;
    private volatile Joining joining;

    /**
     * @param form in which the field shows what is joined
     */
    public RelationshipFetcher(Join join, Form form, Execution execution) {
        super(join.name(), ErrorCode.TABLE_LOOKUP_FAILED, new BatchLoaders<>(join.name(), new JoinBatch(execution)));
        this.execution = execution;
        this.joining = new Joining(join, form);
    }

    /**
     * Joins by another reading of the catalog from here on. Plans that were made stay as they are.
     *
     * @param join of the same relationship, for the same schema
     */
    public void renew(Join join) {
        joining = new Joining(join, joining.form());
    }

    /** How it is joined now. */
    Joining joining() {
        return joining;
    }

    /** Who may read the rows. */
    public TableAccess access() {
        return joining.join().target().access();
    }

    @Override
    public boolean takesAnySource() {
        return joining.join().relationship().keyFunction() != null;
    }

    @Override
    protected @Nullable Object value(Object source, DataFetchingEnvironment environment) {
        Joining now = joining;
        return now.join().isListOfKeys() ? rowsOfKeys(now, source, environment) : rowsOfKey(now, source, environment);
    }

    private @Nullable Object rowsOfKey(Joining now, Object source, DataFetchingEnvironment environment) {
        Below below = source instanceof Row row ? row.below(environment) : null;
        if (below != null && below.plan().isOf(execution.callers().session(environment), environment)) {
            return joined(((Row) source).joined(below.slot()));
        }
        JoinKey key = now.keys().read(source);
        if (key == null) {
            return withoutKey(now, environment);
        }
        FieldPlan plan = plan(now, environment);
        plan.ask(1, environment);
        return load(new JoinLoad(plan, key), environment);
    }

    private static @Nullable Object joined(@Nullable Object value) {
        if (value instanceof FieldFailure failure) {
            throw failure;
        }
        return value;
    }

    private @Nullable Object withoutKey(Joining now, DataFetchingEnvironment environment) {
        if (now.form() == Form.ROWS) {
            return now.join().isMany() ? List.of() : null;
        }
        FieldPlan plan = plan(now, environment);
        return plan.answer().of(List.of(), null, new RowsMade(plan.layout(), new TableRows(0)));
    }

    private Object rowsOfKeys(Joining now, Object source, DataFetchingEnvironment environment) {
        List<JoinKey> list = now.keys().readList(source);
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        FieldPlan plan = plan(now, environment);
        plan.ask(list.size(), environment);
        List<JoinLoad> loads = list.stream().map(key -> new JoinLoad(plan, key)).toList();
        return loadAll(loads, environment, ((KeysAnswer) plan.answer())::shown);
    }

    private FieldPlan plan(Joining now, DataFetchingEnvironment environment) {
        return Plans.of(environment).plan(now, execution, environment);
    }

    /** Whether the key of a row is in its columns, and is one. */
    boolean readsColumns() {
        return !takesAnySource() && !joining.join().isListOfKeys();
    }
}
