package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import graphql.schema.idl.SchemaParser;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns of generated classes with converters and bindings: clients have the host's values, the database its own. */
final class ConversionTest {

    private static final String SDL = "type Query { item: Item } " + "type Item { id: ID active: Boolean count: Int }";

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.with(ConvertedTables.DDL);
    }

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void schema_hasTheTypesOfTheHostsClasses() {
        String sdl =
                builder().build().printSchema(new SchemaParser().parse(SDL)).replaceAll("\\s+", " ");

        assertThat(sdl)
                .contains("active: Boolean", "born: Date", "id: Long!", "state: String", "seen: Date", "paid: String")
                .contains("input Enum_comparison_exp");
    }

    @Test
    void columns_showWhatTheConverterMakes() {
        assertThat(item(Map.of("id", 1), "user { id active state born seen paid }"))
                .hasToString(
                        "{user={id=1, active=true, state=CLOSED, born=1971-01-01, seen=2026-01-02, paid=1.50 EUR}}");
    }

    @Test
    void keys_ofTheHostsOwnClass_areUnderstood() {
        assertThat(item(Map.of("id", new ConvertedTables.UserId(2)), "user { name }"))
                .hasToString("{user={name=Arya}}");
        assertThat(Service.codes(service(Map.of("active", true, "id", "x")).execute("{ item { user { id } } }")))
                .containsExactly("[item, user] join-key-invalid");
    }

    @Test
    void keys_areConvertedToWhatTheDatabaseStores() {
        assertThat(item(Map.of("active", true), "users(order_by: {id: asc}) { name }"))
                .hasToString("{users=[{name=Hodor}, {name=Bran}]}");
        assertThat(item(Map.of("active", false), "users { name }")).hasToString("{users=[{name=Arya}]}");
    }

    @Test
    void filters_compareWhatClientsSee() {
        assertThat(filtered("state: {_eq: \"OPEN\"}", false)).isEqualTo("[{name=Arya}]");
        assertThat(filtered("state: {_in: [\"CLOSED\"]}", true)).isEqualTo("[{name=Hodor}]");
        assertThat(filtered("born: {_eq: \"1971-01-01\"}", true)).isEqualTo("[{name=Hodor}]");
        assertThat(filtered("active: {_eq: true}", true)).isEqualTo("[{name=Hodor}, {name=Bran}]");
        assertThat(filtered("born: {_is_null: true}", true)).isEqualTo("[{name=Bran}]");
        assertThat(filtered("id: {_gt: 1}", true)).isEqualTo("[{name=Bran}]");
        assertThat(filtered("seen: {_gt: \"2026-01-01\"}", true)).isEqualTo("[{name=Hodor}]");
        assertThat(Service.codes(service(Map.of("active", true))
                        .execute("{ item { users(where: {state: {_eq: \"SHUT\"}}) { name } } }")))
                .containsExactly("[item, users] argument-invalid");
    }

    /** The order and the patterns of what is stored are not those of what is shown. */
    @Test
    void filters_byOrder_areNotOffered() {
        Service service = service(Map.of("active", true));

        assertThat(service.execute("{ item { users(where: {born: {_gt: \"1971-01-01\"}}) { name } } }")
                        .getErrors())
                .singleElement()
                .asString()
                .contains("_gt");
        assertThat(service.execute("{ item { users_aggregate { aggregate { max { born } } } } }")
                        .getErrors())
                .singleElement()
                .asString()
                .contains("born");
        assertThat(service.data("{ item { users_aggregate { aggregate { max { id } } } } }")
                        .toString())
                .contains("max={id=3}");
    }

    @Test
    void cursors_keepWhatIsStored() {
        Service service = service(Map.of("active", true));
        String page =
                "{ item { users_connection(first: 1, order_by: {state: desc}%s) { edges { cursor node { name } } } } }";

        String first = service.data(page.formatted("")).toString();
        String cursor = first.replaceAll(".*cursor=([^,]+),.*", "$1");
        String next =
                service.data(page.formatted(", after: \"" + cursor + "\"")).toString();

        assertThat(first).contains("name=Bran");
        assertThat(next).contains("name=Hodor");
    }

    @Test
    void storedValueThatTheConverterDoesNotKnow_failsItsFieldAlone() {
        ExecutionResult result = service(Map.of("id", 4)).execute("{ item { user { name active state } } }");

        assertThat(result.getData().toString()).isEqualTo("{item={user={name=Cat, active=null, state=null}}}");
        assertThat(Service.errors(result))
                .containsExactly(
                        "[item, user, active] column-conversion-failed: The converter of column 'active' of type"
                                + " User failed for a value that is stored there");
    }

    /** Typed ids are alike on both sides; {@code 'Y'} and {@code 1} are not, though both are shown as {@code true}. */
    @Test
    void rowsJoinedToRows_meetByWhatIsShown() {
        assertThat(item(
                        Map.of("id", 1),
                        "user { logins(order_by: {id: asc}) { id ok likeMe(order_by: {id: asc}) { name } } }"))
                .hasToString("{user={logins=[{id=10, ok=true, likeMe=[{name=Hodor}, {name=Bran}]},"
                        + " {id=11, ok=false, likeMe=[{name=Arya}]}]}}");
    }

    @Test
    void rules_compareWhatTheHostHas() {
        DovetailBuilder ruled = builder(users -> users.access(AccessRule.forRole("user")
                        .rows(RowFilter.column("active").eq(true))
                        .allColumns()
                        .build()))
                .session(context -> Session.of("user", Map.of()));

        assertThat(service(ruled, Map.of("id", 2)).data("{ item { user { name } } }"))
                .hasToString("{item={user=null}}");
        assertThat(service(ruled, Map.of("id", 1)).data("{ item { user { name } } }"))
                .hasToString("{item={user={name=Hodor}}}");
    }

    @Test
    void keyThatTheHostsClassCannotBe_isAFaultAtStartUp() {
        assertThatThrownBy(() -> builder()
                        .relationship(ObjectRelationship.named("odd")
                                .on("Item")
                                .references("public", "users")
                                .from("count")
                                .to("active")
                                .build())
                        .build()
                        .extend(new SchemaParser().parse(SDL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("field 'count' of type Int cannot hold keys of column 'active'");
    }

    private static String filtered(String where, boolean active) {
        Map<?, ?> item = item(Map.of("active", active), "users(where: {" + where + "}, order_by: {id: asc}) { name }");
        return item.get("users").toString();
    }

    private static Map<?, ?> item(Map<String, Object> item, String fields) {
        return (Map<?, ?>) service(item).data("{ item { " + fields + " } }").get("item");
    }

    private static Service service(Map<String, Object> item) {
        return service(builder(), item);
    }

    private static Service service(DovetailBuilder builder, Map<String, Object> item) {
        return Service.of(
                builder.build(), SDL, wiring -> wiring.type("Query", query -> query.dataFetcher("item", env -> item)));
    }

    private static DovetailBuilder builder() {
        return builder(users -> users.open());
    }

    private static DovetailBuilder builder(UnaryOperator<TableDefinition.Builder> access) {
        ConvertedTables.Users users = new ConvertedTables.Users();
        ConvertedTables.Logins logins = new ConvertedTables.Logins();
        return Dovetail.builder()
                .tables(JooqTableSource.perContext(context -> database.dsl())
                        .catalog(SQLDialect.POSTGRES, users, logins)
                        .build())
                .table(access.apply(JooqTable.of(users).type("User").allColumns())
                        .build())
                .table(JooqTable.of(logins).type("Login").allColumns().open().build())
                .relationship(many("users", "Item", "active", "users", "active")
                        .aggregates()
                        .connection()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Item")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(many("logins", "User", "id", "logins", "user_id").build())
                .relationship(many("likeMe", "Login", "ok", "users", "active").build());
    }

    private static ArrayRelationship.Builder many(String name, String type, String from, String table, String to) {
        return ArrayRelationship.named(name)
                .on(type)
                .references("public", table)
                .from(from)
                .to(to);
    }
}
