package dev.dovetail.jooq;

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
import java.util.Arrays;
import java.util.List;

/** Requests of the rows of one table, {@code notes}. */
final class LookupRequests {

    static final String[] DDL = {
        "create table notes (id int primary key, owner bigint not null, body text, flag boolean)",
        "create index on notes (owner, id)",
        "insert into notes select i, i / 10, 'body ' || i, i % 2 = 0 from generate_series(0, 999) i",
    };

    private final Table table;

    LookupRequests(JooqTableSource source) {
        this.table = source.describe(TableName.of("public", "notes"));
    }

    Column column(String name) {
        return table.columns().get(table.position(name));
    }

    Filter comparison(String column, Operator operator, Object value) {
        return new Filter.Comparison(column(column), operator, value);
    }

    RowSelection where(Filter filter) {
        return RowSelection.of(filter, List.of(RowOrder.of(column("id"), false)));
    }

    RowSelection page(int offset, int limit) {
        return new RowSelection(
                Filter.EVERYTHING, List.of(RowOrder.of(column("id"), false)), List.of(), null, null, offset, limit);
    }

    TableRequest of(RowSelection rows, long... owners) {
        return first(TableQuery.ALL_ROWS, rows, owners);
    }

    TableRequest first(int rowsPerKey, RowSelection rows, long... owners) {
        TableQuery query = TableQuery.rows(
                table, List.of(column("id"), column("body")), List.of(column("owner")), rows, rowsPerKey);
        return new TableRequest(
                query,
                Arrays.stream(owners).mapToObj(JoinKey::of).toList(),
                Session.ANONYMOUS,
                GraphQLContext.getDefault());
    }
}
