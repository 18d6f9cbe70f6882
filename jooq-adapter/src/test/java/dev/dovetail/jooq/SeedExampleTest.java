package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.webhook.Webhook;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example that the idea of action relationships is known by: a REST handler's id, joined to the user's row. */
final class SeedExampleTest {

    private static final String ID = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    private TestDatabase database;
    private HttpServer rest;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.with(
                "create table users (id uuid primary key, name text not null, auth0_id text)",
                "insert into users values ('" + ID + "', 'Hodor', 'auth0|hodor')");
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.createContext("/createUser", exchange -> {
            byte[] answer = ("{\"id\":\"" + ID + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        rest.start();
    }

    @AfterEach
    void stop() {
        rest.stop(0);
    }

    @Test
    void createUser_restHandler_answersWithRow() {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type UserOutput { id: UUID! }")
                .action(ActionDefinition.mutation("createUser")
                        .argument("name", "String!")
                        .returns("UserOutput")
                        .handler(Webhook.post(URI.create(
                                        "http://localhost:" + rest.getAddress().getPort() + "/createUser"))
                                .build())
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name", "auth0_id")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        Service service = Service.of(
                dovetail,
                """
                type Query { version: String }
                extend type User { auth0_profile: Auth0Profile }
                type Auth0Profile { email: String }
                """,
                wiring -> wiring.type(
                        "User",
                        type -> type.dataFetcher("auth0_profile", environment -> {
                            Map<String, Object> row = environment.getSource();
                            return Map.of("email", row.get("auth0_id") + "@example.com");
                        })));
        database.forget();

        assertThat(
                        service.data(
                                "mutation { createUser(name: \"Hodor\") { id user { name auth0_id auth0_profile { email } } } }"))
                .isEqualTo(Map.of(
                        "createUser",
                        Map.of(
                                "id",
                                ID,
                                "user",
                                Map.of(
                                        "name", "Hodor",
                                        "auth0_id", "auth0|hodor",
                                        "auth0_profile", Map.of("email", "auth0|hodor@example.com")))));
        assertThat(database.statements()).hasSize(1);
    }
}
