package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.contract.loops.Lists;
import dev.dovetail.table.contract.loops.RandomQueries;
import dev.dovetail.table.contract.loops.RandomTrees;
import dev.dovetail.table.contract.loops.RandomTrees.Tree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees of queries give in one statement what they give level by level. */
final class TreeOracleTest {

    private static final int TREES = 80;

    private final TestDatabase database = TestDatabase.with(
            "create table things (id int not null, k int, region text collate \"C\", n int, price numeric, ok bool,"
                    + " label text collate \"C\" not null, makers int)",
            "create table makers (id int not null, size int, name text collate \"C\", things int)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tree_random_equalsLevelByLevel(long seed) throws SQLException {
        Random random = new Random(seed);
        if (seed % 2 == 0) {
            database.run(
                    "create unique index on things (id)",
                    "create index on things (k)",
                    "create index on things (region, k)",
                    "create unique index on makers (id)",
                    "create index on makers (name, size)");
        }
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            DSLContext dsl =
                    database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
            JooqTableSource fewest =
                    JooqTableSource.on(dsl).roundTrips(RoundTrips.FEWEST).build();
            Table things = fewest.describe(TableName.of("public", "things"));
            Table makers = fewest.describe(TableName.of("public", "makers"));
            Lists lists = new Lists();
            RandomQueries queries = new RandomQueries(
                    random,
                    lists,
                    List.of(link(things, 7, makers, 0), link(things, 1, makers, 1), link(makers, 3, things, 1)),
                    fewest::operators);
            fill(lists, things, queries.rows(things, 60 + random.nextInt(40)));
            fill(lists, makers, queries.rows(makers, 4 + random.nextInt(8)));
            RandomTrees trees = new RandomTrees(random, queries, List.of(things, makers));
            long length = 0;
            for (int i = 0; i < TREES; i++) {
                Tree tree = trees.tree(things, 1 + random.nextInt(3));
                length += check("seed " + seed + ", tree " + i, fewest, tree, queries.keys(tree.query()));
            }
            assertThat(length).as("characters of all answers").isGreaterThan(20_000);
        }
    }

    private long check(String name, JooqTableSource source, Tree tree, List<JoinKey> keys) {
        TreeAnswer answer = new TreeAnswer(source);
        List<Object> expected = answer.levelByLevel(tree.query(), keys, tree.branches());
        database.forget();

        TableRows rows = answer.load(tree.query(), keys, tree.branches());

        List<String> statements = database.statements();
        assertThat(statements).hasSizeLessThanOrEqualTo(1);
        assertThat(TreeAnswer.of(tree.query(), rows, keys.size(), tree.branches()))
                .as(
                        "%s: %s of %s\n%s",
                        name, tree, keys.stream().map(JoinKey::values).toList(), statements)
                .isEqualTo(expected);
        return expected.toString().length();
    }

    private static Link link(Table from, int column, Table target, int targetColumn) {
        return new Link(
                List.of(from.columns().get(column)),
                target,
                List.of(target.columns().get(targetColumn)));
    }

    private void fill(Lists lists, Table table, List<Object[]> rows) {
        lists.put(table, rows);
        String marks = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        database.plain()
                .batch("insert into " + table + " values (" + marks + ")", rows.toArray(Object[][]::new))
                .execute();
    }
}
