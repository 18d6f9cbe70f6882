package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.RestService;
import dev.dovetail.Service;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.hasura.HasuraMetadata;
import dev.dovetail.hasura.HasuraSession;
import dev.dovetail.hasura.Omission;
import graphql.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A project of Hasura's CLI, moved over, answers as before: real handlers over HTTP, a real database. */
final class HasuraProjectTest {

    private static final Path PROJECT = Path.of("src", "test", "resources", "hasura", "metadata");
    private static final String ANN = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";
    private static final String BOB = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a12";
    private static final String TOP = "{ topUsers { id user { name orders { total } } orders { id } } }";

    private final TestDatabase database = TestDatabase.with(
            "create table users (id uuid primary key, name text not null, auth0_id text)",
            "create table orders (id int primary key, user_id uuid not null references users, total numeric not null)",
            "create index on orders (user_id)",
            "create table audit (id int primary key)",
            "insert into users values ('" + ANN + "', 'Ann', 'auth0|1'), ('" + BOB + "', 'Bob', null)",
            "insert into orders values (1, '" + ANN + "', 10), (2, '" + ANN + "', 20), (3, '" + ANN + "', 30), (4, '"
                    + BOB + "', 40)");

    private final Logger log = LoggerFactory.getLogger(HasuraProjectTest.class);
    private RestService rest;
    private HasuraMetadata metadata;
    private Service service;

    @TempDir
    private Path project;

    @BeforeEach
    void start() {
        rest = RestService.handledBy(exchange -> RestService.answer(
                exchange,
                200,
                exchange.getRequestURI().getPath().endsWith("/topUsers")
                        ? "[{\"id\":\"" + ANN + "\"},{\"id\":\"" + BOB + "\"}]"
                        : "{\"id\":\"" + ANN + "\",\"since\":\"2026-01-01T00:00:00.123456+00:00\"}"));
        metadata = HasuraMetadata.ofProject(PROJECT)
                .database(JooqTableSource.of(database.dsl()))
                .environment(Map.of("ACTION_BASE", rest.uri().toString(), "ACTION_SECRET", "s3cret")::get)
                .clientHeaders(context -> context.get("headers"));
        Dovetail dovetail = metadata.addTo(Dovetail.builder())
                .session(context -> HasuraSession.of(context.get("claims")))
                .build();
        service = Service.of(dovetail, "type Query { version: String }");
        database.forget();
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @Test
    void mutation_ofARole_isCalledAndJoined() {
        ExecutionResult result = ask(
                "mutation { createUser(name: \"Ann\") { id since user { id name orders { total user { name } } } } }",
                "user",
                ANN);

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Map<String, Object>>getData().toString())
                .isEqualTo("{createUser={id=" + ANN + ", since=2026-01-01T00:00:00.123456+00:00, user={id=" + ANN
                        + ", name=Ann, orders=[{total=10, user={name=Ann}}, {total=20, user={name=Ann}}]}}}");
        assertThat(database.statements()).hasSize(3);
        assertThat(rest.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/action/createUser");
            assertThat(request.body()).contains("\"x-hasura-user-id\":\"" + ANN + "\"", "\"x-hasura-role\":\"user\"");
            assertThat(request.headers().getFirst("X-Secret")).isEqualTo("s3cret");
            assertThat(request.headers().getFirst("X-Fixed")).isEqualTo("fixed");
            assertThat(request.headers().getFirst("X-Request-Id")).isEqualTo("7");
        });
    }

    @Test
    void query_ofARole_seesItsRowsAlone() {
        ExecutionResult result = ask(TOP, "user", BOB);

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Map<String, Object>>getData().toString())
                .isEqualTo("{topUsers=[{id=" + ANN + ", user=null, orders=[]}, {id=" + BOB
                        + ", user={name=Bob, orders=[{total=40}]}, orders=[{id=4}]}]}");
        assertThat(database.statements()).hasSize(3);
    }

    @Test
    void permission_thatCannotBeExpressed_givesNoAccess() {
        ExecutionResult result = ask("{ topUsers { user { name auth0Id } orders { id } } }", "support", ANN);

        assertThat(Service.codes(result))
                .containsExactly("[topUsers, 0, orders] access-denied", "[topUsers, 1, orders] access-denied");
        assertThat(result.<Map<String, Object>>getData().toString())
                .contains("{user={name=Ann, auth0Id=auth0|1}, orders=null}");
    }

    @Test
    void admin_mayDoEverything_othersOnlyWhatTheyMay() {
        String rename = "mutation { renameUser(id: \"" + ANN + "\", change: {name: \"A\", mood: HAPPY}) "
                + "{ user { auth0Id orders_aggregate { aggregate { count } } } } }";

        assertThat(ask(rename, "admin", ANN).<Map<String, Object>>getData().toString())
                .isEqualTo("{renameUser={user={auth0Id=auth0|1, orders_aggregate={aggregate={count=3}}}}}");
        assertThat(Service.codes(ask(rename, "user", ANN))).containsExactly("[renameUser] access-denied");
        assertThat(Service.codes(ask(TOP, "stranger", ANN))).containsExactly("[topUsers] access-denied");
        assertThat(Service.codes(ask(TOP, "chief", ANN))).containsExactly("[topUsers] access-denied");
        assertThat(rest.requests()).hasSize(1);
    }

    @Test
    void uuid_isCheckedBeforeTheHandlerIsCalled() {
        ExecutionResult result = ask("mutation { renameUser(id: \"x\", change: {name: \"A\"}) { id } }", "admin", ANN);

        assertThat(result.getErrors()).hasSize(1);
        assertThat(rest.requests()).isEmpty();
    }

    @Test
    void readme_movesAProjectIn() throws IOException {
        for (String file : List.of("actions.graphql", "actions.yaml")) {
            Files.writeString(
                    project.resolve(file),
                    Files.readString(PROJECT.resolve(file))
                            .replace("{{ACTION_BASE}}", rest.uri().toString())
                            .replaceAll("value_from_env: .*", "value: secret"));
        }
        DSLContext dsl = database.dsl();
        // spotless:off
        // snippet
        HasuraMetadata metadata = HasuraMetadata.ofProject(project)
                .database(JooqTableSource.of(dsl))                      // knows the foreign keys that metadata only names
                .clientHeaders(context -> context.get("headers"));      // for actions that forward them
        Dovetail dovetail = metadata.addTo(Dovetail.builder())
                .session(context -> HasuraSession.of(context.get("claims")))  // x-hasura-role, x-hasura-user-id, ...
                .build();
        metadata.report().forEach(omission -> log.warn("{}", omission));
        // end
        // spotless:on
        dovetail = metadata.addTo(Dovetail.builder())
                .table(TableDefinition.of("public", "users")
                        .type("users")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("orders")
                        .columns("id")
                        .build())
                .session(context -> HasuraSession.of(context.get("claims")))
                .build();
        service = Service.of(dovetail, "type Query { version: String }");

        assertThat(ask("mutation { createUser(name: \"Ann\") { user { name } } }", "user", ANN)
                        .getErrors())
                .isEmpty();
        assertThat(metadata.report()).hasSize(2);
    }

    @Test
    void report_saysWhatIsNotTakenOver() {
        assertThat(metadata.report())
                .extracting(Omission::toString)
                .containsExactlyInAnyOrder(
                        "inherited_roles.yaml: inherited roles have no rules; write access rules and permissions for them",
                        "databases/default/tables/public_orders.yaml: select_permissions[support]: role 'support' may not "
                                + "read the table, since its permission cannot be expressed "
                                + "(databases/default/tables/public_orders.yaml: "
                                + "select_permissions[support].permission.filter.total._cgt has an operator that Dovetail has "
                                + "not); write an AccessRule for it",
                        "databases/default/tables/public_orders.yaml: insert_permissions: Dovetail reads only",
                        "databases/default/tables/public_audit.yaml: no relationship of an action's type leads to table "
                                + "public.audit, so it is left out, and so are the permissions of auditor");
    }

    private ExecutionResult ask(String query, String role, String user) {
        return service.execute(
                query,
                input -> input.graphQLContext(Map.of(
                        "claims",
                        Map.of("X-Hasura-Role", role, "X-Hasura-User-Id", user),
                        "headers",
                        Map.of("X-Request-Id", List.of("7")))));
    }
}
