package dev.dovetail.jooq;

import dev.dovetail.jooq.internal.lookup.StatementTexts;
import dev.dovetail.jooq.internal.postgres.PostgresBinds;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A table of one column, and which of its rows filters mean. Ids count from 1. */
final class FilterTable {

    /** Types of all sorts, in a database of their own. */
    static final String[] TYPES = {
        "drop schema if exists \"My Types?\" cascade",
        "create schema \"My Types?\"",
        "drop extension if exists citext cascade",
        "create extension citext schema \"My Types?\"",
        "create type mood as enum ('happy', 'angry')",
        "create domain moods as mood",
        "create domain code as varchar(3)",
        "create domain nick as \"My Types?\".citext",
        "create domain numbers as int[]",
        "create domain document as jsonb"
    };

    private final DSLContext dsl;
    private final JooqTableSource source;
    private final Table table;
    private int rows;

    private FilterTable(DSLContext dsl) {
        this.dsl = dsl;
        this.source = JooqTableSource.of(dsl);
        this.table = source.describe(TableName.of("public", "filtered"));
    }

    /** Anew, with a column {@code v} of this type. */
    static FilterTable of(DSLContext dsl, String type) {
        dsl.execute("drop table if exists filtered");
        dsl.execute("create table filtered (k int default 1, id int, v " + type + ")");
        return new FilterTable(dsl);
    }

    /** Rows with these values, as SQL. */
    void add(String... literals) {
        for (String literal : literals) {
            rows++;
            dsl.execute("insert into filtered (id, v) values (" + rows + ", " + literal + ")");
        }
    }

    /** Rows with these values, as the column's kind has them. */
    void addValues(Object... values) {
        for (Object value : values) {
            rows++;
            Field<Object> cast = PostgresBinds.value(column().type(), value);
            dsl.execute("insert into filtered (id, v) select {0}, {1}", DSL.val(rows), cast);
        }
    }

    /** With a smaller value, a larger one and none. */
    static FilterTable of(DSLContext dsl, String type, Object low, Object high) {
        FilterTable table = of(dsl, type);
        table.addValues(low, high);
        table.add("null");
        return table;
    }

    Column column() {
        return table.columns().get(2);
    }

    Set<Operator> operators() {
        return source.operators(column().type());
    }

    List<Object> ids(Operator operator, Object value) {
        return ids(new Filter.Comparison(column(), operator, value));
    }

    List<Object> ids(Filter filter) {
        return source.load(request(filter)).toCompletableFuture().join().of(0).stream()
                .map(row -> row[0])
                .toList();
    }

    private TableRequest request(Filter filter) {
        List<Column> columns = table.columns();
        TableQuery query = TableQuery.rows(
                table,
                columns.subList(1, 2),
                columns.subList(0, 1),
                RowSelection.of(filter, List.of(RowOrder.of(columns.get(1), false))),
                TableQuery.ALL_ROWS);
        return new TableRequest(query, List.of(JoinKey.of(1)), Session.ANONYMOUS, GraphQLContext.getDefault());
    }

    /** How the server finds the rows, were the table large. */
    String explain(Filter filter) {
        return dsl.transactionResult(transaction -> {
            transaction.dsl().execute("set local enable_seqscan = off");
            return transaction
                    .dsl()
                    .fetch(
                            "explain {0}",
                            new StatementTexts()
                                    .statement(
                                            dsl.configuration(),
                                            Dialects.of(dsl.dialect(), Strategy.AUTOMATIC),
                                            request(filter)))
                    .formatCSV();
        });
    }
}
