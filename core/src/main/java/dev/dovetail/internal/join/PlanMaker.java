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
import graphql.language.Field;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of one selection for one caller. */
final class PlanMaker {

    private final Join join;
    private final TableType target;
    private final Vocabulary words;
    private final Caller caller;
    private final Grant grant;
    private final BelowPlans belowPlans;
    private final Asked asked;
    private final Map<String, @Nullable Object> arguments;
    private final DataFetchingFieldSelectionSet selection;
    private final int most;

    /**
     * @throws dev.dovetail.internal.failure.FieldFailure if the caller may read nothing of the table
     */
    PlanMaker(Join join, Execution execution, Caller caller, Asked asked) {
        this.join = join;
        this.target = join.target();
        this.words = execution.words();
        this.caller = caller;
        this.grant = caller.grant(target);
        this.belowPlans = new BelowPlans(execution, caller, asked);
        this.asked = asked;
        this.arguments = asked.arguments();
        this.selection = asked.selection();
        this.most = execution.limits().rowsPerRelationship();
    }

    /**
     * The plan.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if an argument cannot be used, or the caller may not use it
     */
    FieldPlan make(Form form) {
        return switch (form) {
            case ROWS -> !join.isMany() ? row() : join.isListOfKeys() ? rowsOfKeys() : rows();
            case AGGREGATE -> aggregate();
            case CONNECTION -> connection();
        };
    }

    private FieldPlan row() {
        RowSelection rows = RowSelection.of(grant.filter(), join.order());
        int rowsPerKey = join.takesFirst() ? 1 : 2; // a second row is enough to know that an object is ambiguous
        return plan(layout(List.of(selection), asked.fields()), rows, rowsPerKey, List.of(), new RowAnswer(join));
    }

    private FieldPlan rows() {
        RowSelection wanted = rowsReader().selection();
        int rowsPerKey = rowsPerKey(grant.limit());
        RowLayout layout = layout(List.of(selection), asked.fields());
        return plan(layout, wanted, rowsPerKey, List.of(), new RowsAnswer(join, most));
    }

    private FieldPlan rowsOfKeys() {
        RowSelection wanted = rowsReader().selection();
        Slice slice = Slice.of(wanted, rowsPerKey(grant.limit()));
        Answer answer = new KeysAnswer(new RowsAnswer(join, most), slice);
        // What is sliced off must not be joined any further.
        RowLayout layout = slice.isAll()
                ? layout(List.of(selection), asked.fields())
                : layout(asked.names(asked.fields(), target.name()));
        return plan(layout, slice.ofEachKey(wanted), TableQuery.ALL_ROWS, List.of(), answer);
    }

    private FieldPlan aggregate() {
        grant.requireAggregates(target.name());
        List<SelectedField> nodes = Selections.named(selection, words.own("nodes"));
        List<Aggregate> aggregates = Selections.aggregates(target, grant, words, selection);
        AggregateLayout values = new AggregateLayout(target, grant, aggregates);
        int rowsPerKey = nodes.isEmpty() ? 0 : rowsPerKey(grant.limit());
        Answer answer = new AggregateAnswer(new RowsAnswer(join, most), values, words);
        RowLayout layout = layout(selections(nodes), asked.fields(words.own("nodes")));
        return plan(layout, rowsReader().selection(), rowsPerKey, aggregates, answer);
    }

    private FieldPlan connection() {
        boolean cursors = !Selections.named(selection, "edges", "cursor").isEmpty()
                || !Selections.named(selection, "pageInfo", "startCursor").isEmpty()
                || !Selections.named(selection, "pageInfo", "endCursor").isEmpty();
        RowLayout layout =
                layout(selections(Selections.named(selection, "edges", "node")), asked.fields("edges", "node"));
        Page page = new PageReader(join, grant, words, caller, arguments).page();
        PageAnswer answer = new PageAnswer(new RowsAnswer(join, most), page, cursors);
        TableQuery query = new TableQuery(
                target.table(),
                layout.columns(),
                join.keyColumns(),
                page.rows(),
                answer.rowsPerKey(),
                cursors,
                List.of());
        return new FieldPlan(new Plan(join, caller, asked.operation(), query), asked, layout, answer);
    }

    private RowsReader rowsReader() {
        return new RowsReader(join, grant, words, caller, arguments);
    }

    private static List<DataFetchingFieldSelectionSet> selections(List<SelectedField> fields) {
        return fields.stream().map(SelectedField::getSelectionSet).toList();
    }

    /**
     * How rows look.
     *
     * @param fields of the document that show them
     */
    private RowLayout layout(List<DataFetchingFieldSelectionSet> ofRows, List<Field> fields) {
        Set<String> names = asked.names(fields, target.name());
        return belowPlans.areAny(target.name(), names)
                ? new RowLayout(
                        target,
                        Selections.columns(target, grant, names),
                        grant,
                        () -> belowPlans.of(target.name(), ofRows, fields))
                : layout(names);
    }

    /** How rows look that are joined to nothing in advance. */
    private RowLayout layout(Set<String> names) {
        return new RowLayout(target, Selections.columns(target, grant, names), grant);
    }

    /** One row more than a parent may have tells that it has too many. */
    private int rowsPerKey(int limit) {
        return most == TableQuery.ALL_ROWS ? limit : Math.min(limit, most + 1);
    }

    private FieldPlan plan(
            RowLayout layout, RowSelection rows, int rowsPerKey, List<Aggregate> aggregates, Answer answer) {
        TableQuery query = new TableQuery(
                target.table(), layout.columns(), join.keyColumns(), rows, rowsPerKey, false, aggregates);
        return new FieldPlan(new Plan(join, caller, asked.operation(), query), asked, layout, answer);
    }
}
