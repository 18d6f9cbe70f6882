package dev.dovetail.jooq;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Index;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.Operator;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The adapter's page: its table of databases says what their statements are. */
final class ReadmeDatabasesTest {

    private static final List<SQLDialect> DATABASES = List.of(
            SQLDialect.POSTGRES,
            SQLDialect.YUGABYTEDB,
            SQLDialect.MYSQL,
            SQLDialect.MARIADB,
            SQLDialect.H2,
            SQLDialect.SQLITE,
            SQLDialect.DUCKDB,
            SQLDialect.IGNITE);

    /** What is looked for in a statement, and what the README says then; the first that is found counts. */
    private static final Map<String, String> KEYS = ordered(
            "with ordinality", "`unnest … with ordinality`",
            "json_table", "`json_table`",
            "json_each", "`json_each`",
            "from_json", "`from_json`",
            "unnest", "`unnest`",
            "table(", "`table(…)`",
            "union all", "one `select` each");

    private static final Map<String, String> ROWS = ordered(
            "lateral", "`lateral`",
            "row_number", "`row_number()`",
            " in (select", "`id in (select …)`",
            "union all", "`union all`");

    private static final Column ID = column("id");
    private static final Column PARENT = column("parent");

    @Test
    void table_saysWhatEachDatabaseIsSent() {
        String table = DATABASES.stream().map(ReadmeDatabasesTest::line).collect(joining("\n"));

        assertThat(new Readme().section("What each database is sent").text()).contains(table);
    }

    private static String line(SQLDialect database) {
        Dialect dialect = Dialects.of(database, Strategy.AUTOMATIC);
        return "| "
                + String.join(
                        " | ",
                        database.getName(),
                        said(KEYS, sql(database, dialect, true, TableQuery.ALL_ROWS)),
                        said(ROWS, sql(database, dialect, true, 3)),
                        said(ROWS, sql(database, dialect, false, 3)),
                        operators(dialect),
                        dialect.trees() == null ? "" : "yes",
                        dialect.enter(DSL.using(database), Map.of("a", "b")) == null ? "" : "yes")
                + " |";
    }

    private static String said(Map<String, String> words, String sql) {
        return words.entrySet().stream()
                .filter(word -> sql.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    /** The statement for many keys, of each of which so many rows are wanted, the largest first. */
    private static String sql(SQLDialect database, Dialect dialect, boolean indexed, int rowsPerKey) {
        List<Index> indexes = indexed
                ? List.of(new Index(List.of("id"), true), new Index(List.of("parent"), false))
                : List.of(new Index(List.of("id"), true));
        Table table = Table.of(TableName.of("s", "t"), List.of(ID, PARENT), indexes, null);
        RowSelection rows = RowSelection.of(
                Filter.EVERYTHING, List.of(new RowOrder(new OrderTerm.Of(ID), true, NullOrder.DEFAULT)));
        TableQuery query = TableQuery.rows(table, List.of(ID), List.of(PARENT), rows, rowsPerKey);
        List<JoinKey> keys = List.of(JoinKey.of(1), JoinKey.of(2));
        TableRequest request = new TableRequest(query, keys, Session.ANONYMOUS, GraphQLContext.getDefault());
        Shape shape = Shape.of(request, query).naming(dialect.namedKeys(request));
        return DSL.using(database, new Settings())
                .render(dialect.statement(shape, slot -> slot))
                .toLowerCase(Locale.ROOT);
    }

    /** Beyond those that every database has. */
    private static String operators(Dialect dialect) {
        Set<Operator> operators = dialect.operators(ColumnType.of(ColumnKind.TEXT, "text"));
        return Operator.PATTERN.stream()
                .sorted()
                .filter(operators::contains)
                .filter(operator -> !operator.name().startsWith("N"))
                .map(operator -> "`_" + operator.name().toLowerCase(Locale.ROOT) + "`")
                .collect(joining(" "));
    }

    private static Column column(String name) {
        return new Column(name, ColumnType.of(ColumnKind.INTEGER, "integer"), false, null);
    }

    private static Map<String, String> ordered(String... words) {
        Map<String, String> ordered = new java.util.LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            ordered.put(words[i], words[i + 1]);
        }
        return ordered;
    }
}
