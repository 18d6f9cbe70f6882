package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.session.Session;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.Link;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.contract.loops.Lists;
import dev.dovetail.table.contract.loops.LoopAnswer;
import dev.dovetail.table.contract.loops.RandomQueries;
import graphql.GraphQLContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random queries of random data give, in one statement each, what loops over the same data give: every shape of the
 * statement, and what no GraphQL document asks for, such as any two positions in any order.
 */
final class TableQueryOracleTest {

    private static final int QUERIES = 250;

    private final TestDatabase database = TestDatabase.with(
            "create table things (id int not null, k int, region text collate \"C\", n int, price numeric, ok bool,"
                    + " label text collate \"C\" not null, makers int)",
            "create table makers (id int not null, size int, name text collate \"C\", things int)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void query_random_equalsLoops(long seed) throws SQLException {
        Random random = new Random(seed);
        if (seed % 2 == 0) {
            database.run(
                    "create unique index on things (id)",
                    "create index on things (k)",
                    "create index on things (region, k)",
                    "create index on makers (things)");
        }
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            JooqTableSource source = JooqTableSource.of(
                    database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES)));
            Table things = source.describe(TableName.of("public", "things"));
            Table makers = source.describe(TableName.of("public", "makers"));
            Lists lists = new Lists();
            RandomQueries queries = new RandomQueries(
                    random,
                    lists,
                    List.of(link(things, 7, makers, 0), link(things, 1, makers, 1), link(makers, 3, things, 1)),
                    source::operators);
            fill(lists, things, queries.rows(things, 50 + random.nextInt(50)));
            fill(lists, makers, queries.rows(makers, 1 + random.nextInt(8)));
            long found = 0;
            for (int i = 0; i < QUERIES; i++) {
                TableQuery query = queries.query(things);
                found += check("seed " + seed + ", query " + i, random, source, lists, query, queries.keys(query));
            }
            assertThat(found).isGreaterThan(QUERIES);
        }
    }

    /** The number of rows that were found. */
    private long check(
            String name, Random random, JooqTableSource source, Lists lists, TableQuery query, List<JoinKey> keys) {
        List<LoopAnswer> expected =
                keys.stream().map(key -> LoopAnswer.of(lists, query, key)).toList();
        long rows = expected.stream().mapToInt(answer -> answer.rows().size()).sum();
        TableRequest request = new TableRequest(
                withHostsConditions(query, random), keys, Session.ANONYMOUS, GraphQLContext.getDefault());
        String description = "%s: %s of %s"
                .formatted(name, query, keys.stream().map(JoinKey::values).toList());

        if (rows > 0) {
            assertThatThrownBy(() -> load(source, request.within(rows - 1, TableRequest.UNLIMITED)))
                    .as(description)
                    .isInstanceOf(LimitExceededException.class);
        }
        database.forget();
        boolean limited = random.nextBoolean();
        TableRows found = load(source, limited ? request.within(rows, 1_000_000) : request);

        List<String> statements = database.statements();
        assertThat(statements).as(description).hasSizeLessThanOrEqualTo(1);
        for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
            compare(description + "\n" + statements, found, ordinal, expected.get(ordinal));
        }
        return rows;
    }

    private static void compare(String description, TableRows found, int ordinal, LoopAnswer expected) {
        assertThat(normal(found.of(ordinal).stream().map(Arrays::asList).toList()))
                .as(description)
                .isEqualTo(normal(expected.rows()));
        Object[] aggregates = found.aggregatesOf(ordinal);
        if (aggregates == null) {
            assertThat(expected.aggregates()).as(description).allMatch(value -> value == null || value.equals(0L));
        } else {
            assertThat(normal(Arrays.asList(aggregates))).as(description).isEqualTo(normal(expected.aggregates()));
        }
    }

    /** Decimals that are equal to the database may differ in their scale. */
    private static Object normal(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TableQueryOracleTest::normal).collect(Collectors.toList());
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value;
    }

    /** The same query, with some of its conditions written in jOOQ. */
    private static TableQuery withHostsConditions(TableQuery query, Random random) {
        RowSelection rows = query.rows();
        Filter filter = rows.filter() instanceof Filter.All all
                ? new Filter.All(
                        all.filters().stream().map(part -> hosts(part, random)).toList())
                : hosts(rows.filter(), random);
        RowSelection changed = new RowSelection(
                filter, rows.order(), rows.distinctOn(), rows.after(), rows.before(), rows.offset(), rows.limit());
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                changed,
                query.rowsPerKey(),
                query.positions(),
                query.aggregates());
    }

    private static Filter hosts(Filter filter, Random random) {
        return filter instanceof Filter.Comparison comparison
                        && comparison.operator() == Operator.EQ
                        && random.nextBoolean()
                ? JooqFilter.of(DSL.field(
                                DSL.name("public", "things", comparison.column().name()), Object.class)
                        .eq(comparison.value()))
                : filter;
    }

    private static TableRows load(JooqTableSource source, TableRequest request) {
        return source.load(request).toCompletableFuture().join();
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
