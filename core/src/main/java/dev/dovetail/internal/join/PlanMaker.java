package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.arguments.Caller;
import dev.dovetail.internal.arguments.Page;
import dev.dovetail.internal.arguments.PageReader;
import dev.dovetail.internal.arguments.RowsReader;
import dev.dovetail.internal.model.Form;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Makes the plan of one selection for one caller. */
final class PlanMaker {

    private final Join join;
    private final TableType target;
    private final Vocabulary words;
    private final Caller caller;
    private final Grant grant;
    private final DataFetchingEnvironment environment;
    private final DataFetchingFieldSelectionSet selection;
    private final int most;

    /**
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may read nothing of the table
     */
    PlanMaker(Join join, Execution execution, Caller caller, DataFetchingEnvironment environment) {
        this.join = join;
        this.target = join.target();
        this.words = execution.words();
        this.caller = caller;
        this.grant = caller.grant(target);
        this.environment = environment;
        this.selection = environment.getSelectionSet();
        this.most = execution.limits().rowsPerRelationship();
    }

    /**
     * The plan.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if an argument cannot be used, or the caller may not use it
     */
    Plan make(Form form) {
        return switch (form) {
            case ROWS -> !join.isMany() ? row() : join.isListOfKeys() ? rowsOfKeys() : rows();
            case AGGREGATE -> aggregate();
            case CONNECTION -> connection();
        };
    }

    private Plan row() {
        RowLayout layout = layout(Selections.columns(target, grant, selection));
        RowSelection rows = RowSelection.of(grant.filter(), join.order());
        int rowsPerKey = join.takesFirst() ? 1 : 2; // a second row is enough to know that an object is ambiguous
        return plan(layout, rows, rowsPerKey, List.of(), new RowAnswer(join, layout));
    }

    private Plan rows() {
        RowLayout layout = layout(Selections.columns(target, grant, selection));
        RowSelection wanted = rowsReader().selection();
        return plan(layout, wanted, rowsPerKey(grant.limit()), List.of(), new RowsAnswer(join, layout, most));
    }

    private Plan rowsOfKeys() {
        RowLayout layout = layout(Selections.columns(target, grant, selection));
        RowSelection wanted = rowsReader().selection();
        Slice slice = Slice.of(wanted, rowsPerKey(grant.limit()));
        Answer answer = new KeysAnswer(new RowsAnswer(join, layout, most), slice);
        return plan(layout, slice.ofEachKey(wanted), TableQuery.ALL_ROWS, List.of(), answer);
    }

    private Plan aggregate() {
        grant.requireAggregates(target.name());
        List<SelectedField> nodes = Selections.named(selection, words.own("nodes"));
        List<Aggregate> aggregates = Selections.aggregates(target, grant, words, selection);
        RowLayout layout = layout(Selections.columns(target, grant, nodes));
        AggregateLayout values = new AggregateLayout(target, grant, aggregates);
        int rowsPerKey = nodes.isEmpty() ? 0 : rowsPerKey(grant.limit());
        Answer answer = new AggregateAnswer(new RowsAnswer(join, layout, most), values, words);
        return plan(layout, rowsReader().selection(), rowsPerKey, aggregates, answer);
    }

    private Plan connection() {
        boolean cursors = !Selections.named(selection, "edges", "cursor").isEmpty()
                || !Selections.named(selection, "pageInfo", "startCursor").isEmpty()
                || !Selections.named(selection, "pageInfo", "endCursor").isEmpty();
        RowLayout layout = layout(Selections.columns(target, grant, Selections.named(selection, "edges", "node")));
        Page page = new PageReader(join, grant, words, caller, Collections.unmodifiableMap(environment.getArguments()))
                .page();
        PageAnswer answer = new PageAnswer(new RowsAnswer(join, layout, most), page, cursors);
        TableQuery query = new TableQuery(
                target.table(),
                layout.columns(),
                join.keyColumns(),
                page.rows(),
                answer.rowsPerKey(),
                cursors,
                List.of());
        return new Plan(join, caller, query, answer);
    }

    private RowsReader rowsReader() {
        return new RowsReader(join, grant, words, caller, Collections.unmodifiableMap(environment.getArguments()));
    }

    private RowLayout layout(BitSet columns) {
        return new RowLayout(target, columns, grant);
    }

    /** One row more than a parent may have tells that it has too many. */
    private int rowsPerKey(int limit) {
        return most == TableQuery.ALL_ROWS ? limit : Math.min(limit, most + 1);
    }

    private Plan plan(RowLayout layout, RowSelection rows, int rowsPerKey, List<Aggregate> aggregates, Answer answer) {
        TableQuery query = new TableQuery(
                target.table(), layout.columns(), join.keyColumns(), rows, rowsPerKey, false, aggregates);
        return new Plan(join, caller, query, answer);
    }
}
