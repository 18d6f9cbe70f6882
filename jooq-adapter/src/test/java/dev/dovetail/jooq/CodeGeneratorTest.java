package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.ExecutionResult;
import graphql.schema.idl.SchemaParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What jOOQ's own code generator makes of a database: the same tables and answers as by names on the database. */
final class CodeGeneratorTest {

    private static final List<String> QUERIES = List.of(
            "person { name email nick role full_name boss_id boss { name } staff { name boss { name } } }",
            """
            person {
              lines {
                order_no line_no mood
                category { public class getClass quoted words first }
                happy { mood }
              }
              count { lines }
            }""",
            """
            person {
              lines(where: {mood: {_eq: "so so"}}) { line_no }
              lines_aggregate { aggregate { count max { order_no } } }
              lines_connection(first: 1) { edges { cursor node { line_no } } pageInfo { hasNextPage } }
            }""",
            "parts { id day text }",
            "moody { order_no line_no } active { name }");

    private static final UUID KINDS = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");

    /** What jOOQ makes another type of. */
    private static final Set<String> READ_OTHERWISE =
            Set.of("a_bit", "a_varbit", "a_oid", "a_numeric_whole", "a_numeric_long", "a_moods");

    private static Warehouse warehouse;

    @BeforeAll
    static void generate() {
        warehouse = Warehouse.create();
    }

    @AfterAll
    static void drop() {
        warehouse.close();
    }

    @BeforeEach
    void forget() {
        warehouse.database().forget();
    }

    @Test
    void describe_everyGeneratedTable_isWhatTheDatabaseSays() {
        JooqTableSource generated = offline();
        JooqTableSource database = JooqTableSource.of(warehouse.database().plain());

        assertThat(generated.knownTables()).hasSize(11).noneMatch(name -> name.contains("all_lines"));
        for (TableName name : names()) {
            Table of = generated.describe(name);
            Table is = database.describe(name);
            assertThat(kinds(of)).as(name.toString()).isEqualTo(kinds(is));
            assertThat(of.columns())
                    .extracting(Column::nullable)
                    .isEqualTo(is.columns().stream().map(Column::nullable).toList());
            assertThat(of.columns())
                    .extracting(Column::description)
                    .isEqualTo(is.columns().stream().map(Column::description).toList());
            assertThat(of.description()).isEqualTo(is.description());
            assertThat(of.isView()).isEqualTo(is.isView());
            assertThat(generated.foreignKeys(name)).containsExactlyInAnyOrderElementsOf(database.foreignKeys(name));
        }
    }

    @Test
    void indexes_areThoseThatTheClassesTell() {
        Table indexes = offline().describe(TableName.of("warehouse", "indexes"));

        assertThat(indexes.isUnique(List.of("id"))).isTrue();
        assertThat(indexes.isUnique(List.of("b", "a"))).isTrue();
        assertThat(indexes.isUnique(List.of("f")))
                .as("an index of part of the rows, which the classes do not say")
                .isFalse();
        assertThat(indexes.isIndexed(List.of("f"))).isTrue();
        assertThat(offline().describe(TableName.of("warehouse", "counts")).isIndexed(List.of("person_id")))
                .isTrue();
        assertThat(offline().describe(TableName.of("warehouse", "happy")).indexes())
                .as("a synthetic key")
                .isEmpty();
    }

    @Test
    void answers_areThoseOfAConfigurationByNames() {
        Service named =
                service(Warehouse.named(JooqTableSource.of(warehouse.database().dsl())), "String", "Y");
        for (Service typed : typed()) {
            for (String fields : QUERIES) {
                String query = "{ item { " + fields + " } }";
                warehouse.database().forget();
                Map<String, Object> expected = named.data(query);
                int statements = warehouse.database().statements().size();

                assertThat(typed.data(query)).isEqualTo(expected);
                assertThat(warehouse.database().statements()).hasSize(statements);
            }
        }
    }

    @Test
    void columnsOfEveryType_areThoseOfAConfigurationByNames() {
        Service named =
                service(Warehouse.named(JooqTableSource.of(warehouse.database().dsl())), "String", "Y");
        String columns = offline().describe(TableName.of("warehouse", "kinds")).columns().stream()
                .map(Column::name)
                .filter(name -> !READ_OTHERWISE.contains(name))
                .collect(Collectors.joining(" "));
        String query = "{ item { kinds { " + columns + " } } }";

        Map<String, Object> expected = named.data(query);

        assertThat(expected.toString())
                .contains("a_mood=so so", "mood_array=[so so, 1st]", "code_array=[abc]", "grid=[[1, 2], [3, 4]]");
        assertThat(typed()).allSatisfy(typed -> assertThat(typed.data(query)).isEqualTo(expected));
    }

    @Test
    void convertedColumns_areWhatTheHostHas() {
        String query = "{ item { person { id active state born seen salary flags states tickets"
                + " staff { active state states tickets boss { id } } } } }";

        assertThat(typed())
                .allSatisfy(typed -> assertThat(typed.data(query))
                        .hasToString("{item={person={id=1, active=true, state=CLOSED, born=1971-01-01,"
                                + " seen=2026-01-02T10:15:00.000Z, salary=12.50 EUR, flags=[true, false],"
                                + " states=[CLOSED, OPEN, null], tickets=[" + KINDS + "], staff=["
                                + "{active=false, state=OPEN, states=[], tickets=null, boss={id=1}},"
                                + " {active=true, state=null, states=[CLOSED], tickets=[null], boss={id=1}}]}}}"));
    }

    @Test
    void refreshedCatalog_keepsConverters() {
        Dovetail dovetail = warehouse.typed(builder(true), true);
        Service service = service(dovetail, "Boolean", true);
        warehouse.database().run("alter table people.person alter active type varchar(1)");
        try {
            assertThat(dovetail.refreshCatalog().differences()).isEmpty();
            assertThat(service.data("{ item { person { active } active { name active } } }"))
                    .hasToString("{item={person={active=true},"
                            + " active=[{name=Hodor, active=true}, {name=Bran, active=true}]}}");
        } finally {
            warehouse.database().run("alter table people.person alter active type char(1)");
        }
    }

    @Test
    void elementThatTheConverterDoesNotKnow_failsItsFieldAlone() {
        assertThat(typed()).allSatisfy(typed -> {
            ExecutionResult result = typed.execute("{ item { person { staff { name flags } } } }");

            assertThat(Service.codes(result))
                    .containsExactly("[item, person, staff, 1, flags] column-conversion-failed");
            assertThat(result.<Object>getData())
                    .hasToString("{item={person={staff=[{name=Arya, flags=null}, {name=Bran, flags=null}]}}}");
        });
    }

    @Test
    void schema_hasTheHostsTypes() {
        for (boolean live : List.of(true, false)) {
            assertThat(warehouse.typed(builder(live), live).printSchema(new SchemaParser().parse(sdl("Boolean"))))
                    .contains("active: Boolean", "state: String", "born: Date", "seen: DateTime", "salary: String")
                    .contains("flags: [Boolean]", "states: [String]", "tickets: [UUID]", "Who works here")
                    .contains("grid: [[Int]]", "mood_array: [String]");
        }
    }

    @Test
    void keys_mayBeObjectsOfTheHost() {
        Object soSo = warehouse.constant("generated.warehouse.enums.Mood", "so_so");
        Map<String, Object> item = Map.of("id", warehouse.host("PersonId", 2L), "mood", soSo);
        for (boolean live : List.of(true, false)) {
            Service service = service(warehouse.typed(builder(live), live), sdl("Boolean"), item);

            assertThat(service.data("{ item { person { name } moody { order_no line_no } } }"))
                    .hasToString("{item={person={name=Arya}, moody=[{order_no=1, line_no=2}]}}");
        }
    }

    @Test
    void configurationOfTheReadme_joinsAndObeysItsRule() {
        Service service = shop();

        assertThat(service.execute(
                                "{ login { user { name provider orders { id total } } } }",
                                input -> input.graphQLContext(Map.of("user-id", KINDS)))
                        .toSpecification())
                .hasToString("{data={login={user={name=Hodor, provider=auth0, orders=[{id=2, total=30.00},"
                        + " {id=1, total=12.50}]}}}}");
    }

    @Test
    void columnThatIsGone_isAFaultAtStartUp() {
        warehouse.database().run("alter table shop.users rename column auth0_id to login");
        try {
            assertThatThrownBy(CodeGeneratorTest::shop)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(
                            "table shop.users: the table has no column 'auth0_id'; there is id, login, name");
        } finally {
            warehouse.database().run("alter table shop.users rename column login to auth0_id");
        }
    }

    private static Service shop() {
        String sdl = "type Query { login: LoginOutput } type LoginOutput { id: ID } type User { provider: String }";
        return Service.of(
                warehouse.shop(),
                sdl,
                wiring -> wiring.type("Query", query -> query.dataFetcher("login", env -> Map.of("id", KINDS)))
                        .type(
                                "User",
                                type -> type.dataFetcher("provider", env -> {
                                    Map<String, String> row = env.getSource();
                                    return row.get("auth0_id").split("\\|")[0];
                                })));
    }

    private static List<Service> typed() {
        return Stream.of(true, false)
                .map(live -> service(warehouse.typed(builder(live), live), "Boolean", true))
                .toList();
    }

    private static Service service(Dovetail dovetail, String typeOfYes, Object yes) {
        return service(dovetail, sdl(typeOfYes), Map.of("id", 1, "uuid", KINDS, "mood", "so so", "yes", yes));
    }

    private static Service service(Dovetail dovetail, String sdl, Map<String, Object> item) {
        return Service.of(
                dovetail, sdl, wiring -> wiring.type("Query", query -> query.dataFetcher("item", env -> item)));
    }

    private static String sdl(String typeOfYes) {
        return "type Query { item: Item } type Item { id: ID uuid: ID mood: String yes: " + typeOfYes + " }";
    }

    private static JooqTableSource.Builder builder(boolean live) {
        return live ? JooqTableSource.on(warehouse.database().dsl()) : builder();
    }

    private static JooqTableSource.Builder builder() {
        return JooqTableSource.perContext(context -> warehouse.database().dsl());
    }

    private static JooqTableSource offline() {
        return builder()
                .catalog(warehouse.generated().getSchemas().toArray(Schema[]::new))
                .build();
    }

    private static List<TableName> names() {
        return warehouse
                .generated()
                .schemaStream()
                .flatMap(schema -> schema.getTables().stream())
                .filter(table -> !table.getTableType().isFunction())
                .map(JooqTable::name)
                .toList();
    }

    private static Map<String, ColumnKind> kinds(Table table) {
        Map<String, ColumnKind> kinds = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> !READ_OTHERWISE.contains(column.name()))
                .forEach(column -> kinds.put(column.name(), column.type().kind()));
        return kinds;
    }
}
