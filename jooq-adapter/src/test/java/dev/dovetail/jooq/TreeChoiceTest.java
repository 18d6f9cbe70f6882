package dev.dovetail.jooq;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.internal.lookup.RoundTripTime;
import dev.dovetail.jooq.internal.lookup.RowCounts;
import dev.dovetail.jooq.internal.lookup.TreeChoice;
import dev.dovetail.jooq.internal.lookup.TreeUse;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Index;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which branches are taken along, by the time of a round trip and the number of rows to be expected. */
final class TreeChoiceTest {

    private static final Column ID =
            new Column("id", ColumnType.of(ColumnKind.INTEGER, "pg_catalog.int4"), false, null);
    private static final TreeSql SQL =
            requireNonNull(Dialects.of(SQLDialect.POSTGRES, Strategy.AUTOMATIC).trees());

    private static final Table TABLE = Table.of(
            TableName.of("public", "t"),
            List.of(ID, new Column("parent", ID.type(), true, null)),
            List.of(new Index(List.of("id"), true)),
            null);
    private static final Column PARENT = TABLE.columns().get(1);

    private final RoundTripTime roundTrip = new RoundTripTime();
    private final RowCounts counts = new RowCounts();
    private final TreeChoice automatic = new TreeChoice(TreeUse.MEASURED, roundTrip, counts);

    @ParameterizedTest(name = "{0} µs, {1} keys: {2} levels")
    @CsvSource({
        "0, 1, 0",
        "499, 1, 0",
        "500, 1, 2",
        "500, 40, 1",
        "500, 50, 0",
        "1000, 5, 2",
        "1000, 20, 1",
        "1000, 100, 0",
        "10000, 5, 3",
        "10000, 100, 1",
        "10000, 1000, 0"
    })
    void levels_areTakenAlong_asLongAsTheirRowsCostLessThanTheirRoundTrip(int micros, int keys, int levels) {
        takes(TimeUnit.MICROSECONDS, micros);

        assertThat(levels(automatic, keys, false)).isEqualTo(levels);
    }

    @Test
    void databaseSession_makesALookupThreeRoundTrips() {
        takes(TimeUnit.MICROSECONDS, 500);

        assertThat(levels(automatic, 100, false)).isZero();
        assertThat(levels(automatic, 100, true)).isEqualTo(1);
    }

    /** As the first lookups are on any network: connections, plans and classes are new. */
    @Test
    void fewSlowLookups_areNotTakenForTheNetwork() {
        for (int i = 0; i < 63; i++) {
            roundTrip.took(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(levels(automatic, 1, false)).isZero();
        roundTrip.took(TimeUnit.MICROSECONDS.toNanos(100));
        assertThat(levels(automatic, 1, false)).isZero();
    }

    @Test
    void unknownRoundTrip_isTakenForShort() {
        assertThat(levels(automatic, 1, false)).isZero();
    }

    @Test
    void host_hasTheLastWord() {
        assertThat(levels(new TreeChoice(TreeUse.ALWAYS, roundTrip, counts), 100_000, false))
                .isEqualTo(4);
        takes(TimeUnit.SECONDS, 1);
        assertThat(levels(new TreeChoice(TreeUse.NEVER, roundTrip, counts), 1, false))
                .isZero();
    }

    @Test
    void limits_boundTheRowsToBeExpected() {
        takes(TimeUnit.MICROSECONDS, 500);
        TableQuery rows = query(PARENT, 2);

        assertThat(automatic.of(request(167, new TableBranch(List.of(ID), rows, List.of())), false, SQL))
                .isNull();
        assertThat(automatic.of(request(166, new TableBranch(List.of(ID), rows, List.of())), false, SQL))
                .isNotNull();
    }

    @Test
    void rows_thatWereFound_areThoseToBeExpected() {
        takes(TimeUnit.MICROSECONDS, 1_000);
        TableQuery children = query(PARENT, TableQuery.ALL_ROWS);

        counts.found(children, 100, 100);
        assertThat(levels(automatic, 400, false)).isEqualTo(4);

        IntStream.range(0, 20).forEach(i -> counts.found(children, 10, 500));
        assertThat(levels(automatic, 20, false)).isZero();
        assertThat(levels(automatic, 19, false)).isEqualTo(1);
    }

    @Test
    void siblings_areChosenOneByOne() {
        takes(TimeUnit.MICROSECONDS, 500);
        TableBranch large = new TableBranch(List.of(ID), query(PARENT, TableQuery.ALL_ROWS), List.of());
        TableBranch small = new TableBranch(List.of(ID), query(ID, 2), List.of());

        Tree tree = automatic.of(request(100, large, small), false, SQL);

        assertThat(tree.root().branches()).extracting(TreeLevel::branch).containsExactly(1);
    }

    @Test
    void queriesOfNothing_areLeftOut() {
        takes(TimeUnit.SECONDS, 1);
        TableQuery nothing = query(PARENT, 0);
        TableQuery noRows = new TableQuery(
                TABLE,
                List.of(ID),
                List.of(ID),
                new RowSelection(Filter.EVERYTHING, List.of(), List.of(), null, null, 0, 0),
                TableQuery.ALL_ROWS,
                false,
                List.of(Aggregate.count()));

        assertThat(automatic.of(
                        request(
                                1,
                                new TableBranch(List.of(ID), nothing, List.of()),
                                new TableBranch(List.of(ID), noRows, List.of())),
                        false,
                        SQL))
                .isNull();
    }

    @Test
    void roundTrip_isTheFastestOfTheLastOnes() {
        roundTrip.took(300);
        roundTrip.took(100);
        IntStream.range(0, 70).forEach(i -> roundTrip.took(200 + i));

        assertThat(roundTrip.nanos()).isEqualTo(100);

        IntStream.range(0, 70).forEach(i -> roundTrip.took(900));
        IntStream.range(0, 70).forEach(i -> roundTrip.took(800));
        assertThat(roundTrip.nanos()).isEqualTo(800);
    }

    /** Of four levels with many rows each below the root. */
    private void takes(TimeUnit unit, long time) {
        for (int i = 0; i < 64; i++) {
            roundTrip.took(unit.toNanos(time));
        }
    }

    private static int levels(TreeChoice choice, int keys, boolean hasSession) {
        TableBranch branch = null;
        for (int i = 0; i < 4; i++) {
            branch = new TableBranch(
                    List.of(ID), query(PARENT, TableQuery.ALL_ROWS), branch == null ? List.of() : List.of(branch));
        }
        Tree tree = choice.of(request(keys, branch), hasSession, SQL);
        return tree == null ? 0 : tree.levels().size() - 1;
    }

    private static TableQuery query(Column key, int rowsPerKey) {
        return TableQuery.rows(TABLE, TABLE.columns(), List.of(key), RowSelection.ALL, rowsPerKey);
    }

    private static TableRequest request(int keys, TableBranch... branches) {
        return TreeShop.request(
                query(ID, TableQuery.ALL_ROWS),
                List.of(branches),
                Collections.nCopies(keys, 1).toArray());
    }
}
