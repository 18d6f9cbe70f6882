package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An action's check of rows before its handler, in one statement, whatever the table's own access rules say. */
final class RequiredRowTest {

    private final TestDatabase database = TestDatabase.with(
            "create table orders (id int primary key, user_id int, status text)",
            "insert into orders values (1, 7, 'open'), (2, 8, 'open'), (3, 7, 'closed')");
    private final List<Object> calls = new CopyOnWriteArrayList<>();

    @Test
    void rowThatIsThere_letsTheCallPass_forOneStatement() {
        Service service = service(ownOpenOrder());
        database.forget();

        assertThat(cancel(service, 7, "1").getErrors()).isEmpty();
        assertThat(calls).containsExactly("1");
        assertThat(database.statements()).singleElement().asString().contains("\"user_id\"", "\"status\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "abc", "1 or 1=1", "99999999999", "1'; drop table orders; --"})
    void rowThatIsNotThere_refusesTheCall(String id) {
        assertThat(Service.errors(cancel(service(ownOpenOrder()), 7, id)))
                .containsExactly(
                        "[cancel] access-denied: The call is refused by the permission for role 'user' of action cancel");
        assertThat(calls).isEmpty();
    }

    @Test
    void argumentThatIsAbsent_refusesTheCall_withoutAStatement() {
        Service service = service(ownOpenOrder());
        database.forget();

        assertThat(Service.codes(service.execute("mutation { cancel }", input -> input.graphQLContext(caller(7)))))
                .containsExactly("[cancel] access-denied");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void lookupThatFails_refusesTheCall() {
        Service service = service(ownOpenOrder());
        database.dsl().execute("drop table orders");

        assertThat(Service.codes(cancel(service, 7, "1"))).containsExactly("[cancel] table-lookup-failed");
        assertThat(calls).isEmpty();
    }

    @Test
    void severalRows_mustAllBeThere() {
        RequiredRow closed = RequiredRow.in("public", "orders")
                .from("id")
                .to("id")
                .rows(RowFilter.column("status").eq("closed"))
                .build();

        assertThat(Service.codes(cancel(service(ownOpenOrder(), closed), 7, "1")))
                .containsExactly("[cancel] access-denied");
        assertThat(cancel(service(closed), 7, "3").getErrors()).isEmpty();
    }

    @Test
    void faults_nameWhatIsWrong() {
        DovetailBuilder dovetail = dovetail(
                RequiredRow.in("public", "orders").from("id").to("number").build(),
                RequiredRow.in("public", "orders").from("ids").to("id").build(),
                RequiredRow.in("public", "orders").from("id").build(),
                RequiredRow.in("public", "orders")
                        .from("id")
                        .to("id")
                        .rows(RowFilter.column("owner").eq(1))
                        .build());

        assertThatThrownBy(() -> Service.of(dovetail.build(), "type Query { version: String }"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults())
                                .hasSize(4)
                                .allSatisfy(fault ->
                                        assertThat(fault).startsWith("action cancel: its permission for role 'user' "))
                                .anySatisfy(
                                        fault -> assertThat(fault).contains("compares column 'number', which table"))
                                .anySatisfy(fault ->
                                        assertThat(fault).contains("compares argument 'ids', which the action"))
                                .anySatisfy(fault -> assertThat(fault).contains("by as many arguments as columns"))
                                .anySatisfy(
                                        fault -> assertThat(fault).contains("compares column 'owner', which table")));
    }

    private static RequiredRow ownOpenOrder() {
        return RequiredRow.in("public", "orders")
                .from("id")
                .to("id")
                .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id")))
                .rows(RowFilter.column("status").eq("open"))
                .build();
    }

    private Service service(RequiredRow... rows) {
        return Service.of(dovetail(rows).build(), "type Query { version: String }");
    }

    private DovetailBuilder dovetail(RequiredRow... rows) {
        ActionPermission.Builder permission = ActionPermission.forRole("user");
        List.of(rows).forEach(permission::requires);
        return Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .session(context -> context.get(Session.class))
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .access(AccessRule.forRole("admin")
                                .allRows()
                                .allColumns()
                                .build())
                        .build())
                .action(ActionDefinition.mutation("cancel")
                        .argument("id", "ID")
                        .returns("Boolean")
                        .handler(call -> calls.add(call.argument("id")))
                        .permissions(permission.build())
                        .build());
    }

    private static ExecutionResult cancel(Service service, int user, String id) {
        return service.execute(
                "mutation ($id: ID) { cancel(id: $id) }",
                input -> input.variables(Map.of("id", id)).graphQLContext(caller(user)));
    }

    private static Map<Object, Object> caller(int user) {
        return Map.of(Session.class, Session.of("user", Map.of("user-id", user)));
    }
}
