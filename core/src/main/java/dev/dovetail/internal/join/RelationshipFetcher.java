package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.TableAccess;
import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.KeyReader;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableRows;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins one parent to rows: reads its key and puts it, with the plan for the selection, into the batch. */
public final class RelationshipFetcher extends BatchFetcher<JoinLoad> {

    private final Join join;
    private final KeyReader keys;
    private final Form form;
    private final Execution execution;

    /**
     * @param form in which the field shows what is joined
     */
    public RelationshipFetcher(Join join, Form form, Execution execution) {
        super(join.name(), ErrorCode.TABLE_LOOKUP_FAILED, new BatchLoaders<>(join.name(), new JoinBatch(execution)));
        this.join = join;
        this.keys = new KeyReader(join.relationship(), join.keyColumns());
        this.form = form;
        this.execution = execution;
    }

    /** Who may read the rows. */
    public TableAccess access() {
        return join.target().access();
    }

    @Override
    public boolean takesAnySource() {
        return join.relationship().keyFunction() != null;
    }

    @Override
    protected @Nullable Object value(Object source, DataFetchingEnvironment environment) {
        return join.isListOfKeys() ? rowsOfKeys(source, environment) : rowsOfKey(source, environment);
    }

    private @Nullable Object rowsOfKey(Object source, DataFetchingEnvironment environment) {
        Below below = source instanceof Row row ? row.below(environment) : null;
        if (below != null && below.plan().isOf(execution.callers().session(environment), environment)) {
            return joined(((Row) source).joined(below.slot()));
        }
        JoinKey key = keys.read(source);
        if (key == null) {
            return withoutKey(environment);
        }
        return load(new JoinLoad(plan(environment), key), environment);
    }

    private static @Nullable Object joined(@Nullable Object value) {
        if (value instanceof FieldFailure failure) {
            throw failure;
        }
        return value;
    }

    private @Nullable Object withoutKey(DataFetchingEnvironment environment) {
        if (form == Form.ROWS) {
            return join.isMany() ? List.of() : null;
        }
        FieldPlan plan = plan(environment);
        return plan.answer().of(List.of(), null, new RowsMade(plan.layout(), new TableRows(0)));
    }

    private Object rowsOfKeys(Object source, DataFetchingEnvironment environment) {
        List<JoinKey> list = keys.readList(source);
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        FieldPlan plan = plan(environment);
        List<JoinLoad> loads = list.stream().map(key -> new JoinLoad(plan, key)).toList();
        return loadAll(loads, environment, ((KeysAnswer) plan.answer())::shown);
    }

    private FieldPlan plan(DataFetchingEnvironment environment) {
        return Plans.of(environment).plan(this, execution, environment);
    }

    /**
     * The plan of a field.
     *
     * @throws FieldFailure if the caller may not have what the field asks for
     */
    FieldPlan plan(Caller caller, Asked asked) {
        return new PlanMaker(join, execution, caller, asked).make(form);
    }

    /** Whether the key of a row is in its columns, and is one. */
    boolean readsColumns() {
        return !takesAnySource() && !join.isListOfKeys();
    }

    /**
     * The key of a row; null when it has none.
     *
     * @throws FieldFailure if its columns are no key
     */
    @Nullable
    JoinKey key(Row row) {
        return keys.read(row);
    }
}
