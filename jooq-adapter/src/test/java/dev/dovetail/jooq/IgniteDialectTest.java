package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.jooq.internal.dialect.Piece;
import dev.dovetail.jooq.internal.ignite.IgniteDialect;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.session.Session;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Index;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Link;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import graphql.GraphQLContext;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What is sent to Ignite, without one; the example runs it on three nodes. */
final class IgniteDialectTest {

    private static final Dialect IGNITE = IgniteDialect.create();
    private static final Column ID = new Column("id", ColumnType.of(ColumnKind.INTEGER, "int"), false, null);
    private static final Column OWNER = new Column("owner", ColumnType.of(ColumnKind.INTEGER, "int"), true, null);
    private static final Table ROWS =
            Table.of(TableName.of("PUBLIC", "rows"), List.of(ID, OWNER), List.of(new Index(List.of("id"), true)), null);

    @Test
    void pieces_whereEachKeyIsNamed_havePowersOfTwo() {
        List<Piece> pieces = IGNITE.pieces(request(upTo(2), 71));

        assertThat(pieces.stream().map(piece -> piece.request().keys().size())).containsExactly(32, 32, 4, 2, 1);
        assertThat(pieces.stream().map(Piece::firstKey)).containsExactly(0, 32, 64, 68, 70);
    }

    @Test
    void pieces_ofAllRows_areOneForAnyNumberOfKeys() {
        assertThat(IGNITE.pieces(request(upTo(TableQuery.ALL_ROWS), 5000))).hasSize(1);
    }

    @Test
    void rowsAndAggregates_areAskedForApart() {
        TableQuery both = with(upTo(TableQuery.ALL_ROWS), Aggregate.count());

        List<Piece> pieces = IGNITE.pieces(request(both, 3));

        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).request().query().rowsPerKey()).isZero();
        assertThat(pieces.get(1).request().query().aggregates()).isEmpty();
    }

    @Test
    void texts_ofDifferentNumbersOfNamedKeys_differ() {
        for (int keys : List.of(2, 4, 32)) {
            assertThat(sql(upTo(2), keys).split(" union all ")).hasSize(keys);
        }
        assertThat(sql(upTo(TableQuery.ALL_ROWS), 2)).isEqualTo(sql(upTo(TableQuery.ALL_ROWS), 500));
    }

    @Test
    void rowsOfManyKeys_areJoinedWithOneArrayForEachColumn() {
        assertThat(sql(upTo(TableQuery.ALL_ROWS), 500))
                .isEqualTo("select \"k\".\"ord\", \"t\".\"id\" from table(\"ord\" bigint = ?, \"k0\" int = ?) as \"k\""
                        + " join \"PUBLIC\".\"rows\" \"t\" on (\"t\".\"owner\" = \"k\".\"k0\")");
    }

    @Test
    void selections_thatIgniteCannotAnswerRightly_areRefused() {
        RowSelection distinct =
                new RowSelection(Filter.EVERYTHING, List.of(), List.of(OWNER), null, null, 0, TableQuery.ALL_ROWS);
        RowSelection related = new RowSelection(
                new Filter.Not(new Filter.Related(new Link(List.of(ID), ROWS, List.of(OWNER)), Filter.EVERYTHING)),
                List.of(),
                List.of(),
                null,
                null,
                0,
                TableQuery.ALL_ROWS);

        for (RowSelection rows : List.of(distinct, related)) {
            TableQuery query = TableQuery.rows(ROWS, List.of(ID), List.of(OWNER), rows, TableQuery.ALL_ROWS);
            assertThatThrownBy(() -> sql(query, 2))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith("Ignite ");
        }
    }

    @Test
    void faults_areToldByTheMessage() {
        assertThat(IGNITE.faultOf(new SQLException("Failed to parse query. Table \"x\" not found", "42000")))
                .isEqualTo(Fault.TABLE_CHANGED);
        assertThat(IGNITE.faultOf(new SQLException("Failed to parse query. Syntax error", "42000")))
                .isEqualTo(Fault.OTHER);
        assertThat(IGNITE.faultOf(new SQLException("Data conversion error converting", "50000")))
                .isEqualTo(Fault.INVALID_VALUE);
        assertThat(IGNITE.faultOf(new SQLException("Failed to communicate", "08006")))
                .isEqualTo(Fault.UNAVAILABLE);
    }

    @Test
    void strategies_areRefused() {
        for (Strategy strategy : List.of(Strategy.LATERAL, Strategy.RANKED)) {
            assertThatThrownBy(() -> Dialects.of(SQLDialect.IGNITE, strategy))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static TableQuery upTo(int rowsPerKey) {
        return TableQuery.rows(ROWS, List.of(ID), List.of(OWNER), RowSelection.ALL, rowsPerKey);
    }

    private static TableQuery with(TableQuery query, Aggregate aggregate) {
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                query.rows(),
                query.rowsPerKey(),
                false,
                List.of(aggregate));
    }

    private static TableRequest request(TableQuery query, int keys) {
        List<JoinKey> all = IntStream.range(0, keys).mapToObj(JoinKey::of).toList();
        return new TableRequest(query, all, Session.ANONYMOUS, GraphQLContext.getDefault());
    }

    private static String sql(TableQuery query, int keys) {
        TableRequest request = request(query, keys);
        Shape shape = Shape.of(request, query).naming(IGNITE.namedKeys(request));
        return DSL.using(SQLDialect.IGNITE).render(IGNITE.statement(shape, slot -> slot));
    }
}
