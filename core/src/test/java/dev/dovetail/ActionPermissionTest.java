package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionPermission;
import dev.dovetail.definition.RequiredRow;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may call an action, and with which arguments; a call that is refused never reaches the handler. */
final class ActionPermissionTest {

    private final List<Map<String, @Nullable Object>> calls = new CopyOnWriteArrayList<>();

    @Test
    void actionWithoutPermissions_isForEverybody() {
        assertThat(run(Session.ANONYMOUS, "{ act }").getErrors()).isEmpty();
        assertThat(calls).hasSize(1);
    }

    @Test
    void roleWithoutPermission_isRefused() {
        ActionPermission[] admins = {ActionPermission.forRole("admin").build()};

        assertThat(Service.errors(run(session("user", Map.of()), "{ act }", admins)))
                .containsExactly("[act] access-denied: Role 'user' may not call action act, by its permissions");
        assertThat(Service.errors(run(Session.ANONYMOUS, "{ act }", admins)))
                .containsExactly(
                        "[act] access-denied: A caller without a role may not call action act, by its permissions");
        assertThat(calls).isEmpty();
        assertThat(run(session("admin", Map.of()), "{ act }", admins).getErrors())
                .isEmpty();
        assertThat(calls).hasSize(1);
    }

    @Test
    void everyone_isWhoHasNoPermissionOfTheirOwn() {
        ActionPermission[] permissions = {
            ActionPermission.forRole("guest").when(call -> false).build(),
            ActionPermission.forEveryone().build()
        };

        assertThat(Service.errors(run(session("guest", Map.of()), "{ act }", permissions)))
                .containsExactly(
                        "[act] access-denied: The call is refused by the permission for role 'guest' of action act");
        assertThat(run(session("user", Map.of()), "{ act }", permissions).getErrors())
                .isEmpty();
        assertThat(run(Session.ANONYMOUS, "{ act }", permissions).getErrors()).isEmpty();
    }

    @Test
    void otherFields_answer() {
        ExecutionResult result = run(
                Session.ANONYMOUS,
                "{ act open }",
                ActionPermission.forRole("admin").build());

        assertThat(result.<Map<String, Object>>getData())
                .containsEntry("act", null)
                .containsEntry("open", "yes");
    }

    @Test
    void condition_seesArgumentsWithTheirPresets() {
        ActionPermission permission = ActionPermission.forEveryone()
                .preset("user", 7)
                .when(call -> call.<Integer>argument("user") == 7 && call.<Integer>argument("n") < 10)
                .build();

        assertThat(run(Session.ANONYMOUS, "{ act(n: 9, user: 8) }", permission).getErrors())
                .isEmpty();
        assertThat(calls).containsExactly(Map.of("n", 9, "user", 7));
        assertThat(Service.codes(run(Session.ANONYMOUS, "{ act(n: 10) }", permission)))
                .containsExactly("[act] access-denied");
    }

    @Test
    void condition_thatThrows_refusesTheCall() {
        try (Logged logged = new Logged()) {
            assertThat(Service.errors(run(
                            Session.ANONYMOUS,
                            "{ act }",
                            ActionPermission.forEveryone()
                                    .when(call -> call.<Integer>argument("n") < 10)
                                    .build())))
                    .containsExactly(
                            "[act] access-denied: The call is refused by the permission for everyone of action act");
            assertThat(logged.lines()).containsExactly("ERROR the permission for everyone of action act failed");
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void presetOfTheSession_isConvertedToTheArgumentsType() {
        ActionPermission permission = ActionPermission.forEveryone()
                .preset("user", SessionVariable.of("user-id"))
                .build();

        assertThat(run(session("user", Map.of("user-id", "42")), "{ act(user: 8) }", permission)
                        .getErrors())
                .isEmpty();
        assertThat(calls).containsExactly(Map.of("user", 42));
        assertThat(Service.errors(run(session("user", Map.of("user-id", "me")), "{ act }", permission)))
                .containsExactly(
                        "[act] access-denied: Session variable 'user-id' has a value that cannot be used by the"
                                + " permission for everyone of action act");
        assertThat(Service.errors(run(session("user", Map.of()), "{ act }", permission)))
                .containsExactly("[act] session-variable-missing: The session has no variable 'user-id', needed by the"
                        + " permission for everyone of action act");
        assertThat(calls).hasSize(1);
    }

    @Test
    void faults_areReportedTogether() {
        DovetailBuilder dovetail = Dovetail.builder()
                .action(ActionDefinition.query("act")
                        .argument("n", "Int")
                        .returns("String")
                        .handler(call -> "yes")
                        .permissions(
                                ActionPermission.forRole("a")
                                        .preset("m", 1)
                                        .requires(RequiredRow.in("public", "users")
                                                .from("n")
                                                .to("id")
                                                .build())
                                        .build(),
                                ActionPermission.forRole("a").build())
                        .build())
                .action(ActionDefinition.query("version")
                        .permissions(ActionPermission.forEveryone().build())
                        .build());

        assertThat(Faults.of(dovetail, "type Query { version: String }"))
                .containsExactly(
                        "action act: its permission for role 'a' sets argument 'm', which the action does not have;"
                                + " did you mean 'n'?",
                        "action act: its permission for role 'a' requires a row of table public.users, which is not"
                                + " declared; say .table(TableDefinition.of(...))",
                        "action act: it has more than one permission for role 'a'; write one that says it all",
                        "action version: it has permissions and no handler, so that calls are none of Dovetail's; say"
                                + " .handler(...), or check in the field's own data fetcher");
    }

    @Test
    void dataFetcherOfTheHosts_thatWouldPassByPermissions_isRefused() {
        Dovetail dovetail = Dovetail.builder()
                .action(ActionDefinition.query("version")
                        .handler(call -> "yes")
                        .permissions(ActionPermission.forRole("admin").build())
                        .build())
                .build();

        assertThatThrownBy(() -> Service.of(
                        dovetail,
                        "type Query { version: String }",
                        wiring -> wiring.type("Query", type -> type.dataFetcher("version", environment -> "1"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("would pass by the action's permissions");
    }

    private ExecutionResult run(Session session, String query, ActionPermission... permissions) {
        Dovetail dovetail = Dovetail.builder()
                .session(context -> session)
                .action(ActionDefinition.query("act")
                        .argument("n", "Int")
                        .argument("user", "Int")
                        .returns("String")
                        .handler(call -> {
                            calls.add(call.arguments());
                            return "yes";
                        })
                        .permissions(permissions)
                        .build())
                .action(ActionDefinition.query("open")
                        .returns("String")
                        .handler(call -> "yes")
                        .build())
                .build();
        return Service.of(dovetail, "type Query { version: String }").execute(query);
    }

    private static Session session(String role, Map<String, Object> variables) {
        return Session.of(role, variables);
    }
}
