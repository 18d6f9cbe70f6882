package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.TableAccess;
import dev.dovetail.internal.batch.BatchFetcher;
import dev.dovetail.internal.batch.BatchLoaders;
import dev.dovetail.internal.key.KeyReader;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.JoinKey;
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
        super(
                join.name(),
                ErrorCode.TABLE_LOOKUP_FAILED,
                new BatchLoaders<>(join.name(), new JoinBatch(join, execution)));
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
        JoinKey key = keys.read(source);
        if (key == null) {
            return withoutKey(environment);
        }
        return load(new JoinLoad(plan(environment), key), environment);
    }

    private @Nullable Object withoutKey(DataFetchingEnvironment environment) {
        if (form == Form.ROWS) {
            return join.isMany() ? List.of() : null;
        }
        return plan(environment).answer().of(List.of(), null);
    }

    private Object rowsOfKeys(Object source, DataFetchingEnvironment environment) {
        List<JoinKey> list = keys.readList(source);
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        Plan plan = plan(environment);
        List<JoinLoad> loads = list.stream().map(key -> new JoinLoad(plan, key)).toList();
        return loadAll(loads, environment, ((KeysAnswer) plan.answer())::shown);
    }

    private Plan plan(DataFetchingEnvironment environment) {
        return Plans.of(environment).plan(join, form, execution, environment);
    }
}
