package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.RestService;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RemoteBatch;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows lead to what a REST service says, and what it says leads to rows: one call, one statement for each level. */
final class RemoteRelationshipTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestService service = RestService.answering(RemoteRelationshipTest::profiles);
    private final HttpClient client = HttpClient.newHttpClient();
    private Outputs outputs;

    @BeforeEach
    void create() {
        TestDatabase database = TestDatabase.with(
                "create table users (id int primary key, name text, auth0_id text unique)",
                "create table orders (id int primary key, user_id int, total int)",
                "create index on orders (user_id)",
                "insert into users values (1, 'Ann', 'auth0|1'), (2, 'Bob', 'auth0|2'), (3, 'Cat', 'auth0|3'),"
                        + " (4, 'Dan', null)",
                "insert into orders values (10, 1, 7), (11, 1, 8), (20, 2, 9)");
        outputs = Outputs.of(
                        database,
                        "[Output]",
                        "type Output { key: Int account: String } type Profile { email: String lastOrder: Int account: ID }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table("orders", "Order")
                .join(
                        Outputs.userByKey("user").build(),
                        ObjectRelationship.named("order")
                                .on("Profile")
                                .references("public", "orders")
                                .from("lastOrder")
                                .to("id")
                                .build(),
                        ObjectRelationship.named("user")
                                .on("Profile")
                                .references("public", "users")
                                .from("account")
                                .to("auth0_id")
                                .build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("id")
                                .build())
                .answering(keys(1, 2, 1, 3, 4, 5));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void rows_leadToTheServiceAndBackToRows() {
        Outcome outcome =
                outputs.join(profile("User", "auth0_id")).select("{ user { name profile { email order { total } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{user={name=Ann, profile={email=1@example.com, order={total=8}}}},"
                        + " {user={name=Bob, profile={email=2@example.com, order={total=9}}}},"
                        + " {user={name=Ann, profile={email=1@example.com, order={total=8}}}},"
                        + " {user={name=Cat, profile=null}}, {user={name=Dan, profile=null}}, {user=null}]");
        assertThat(outcome.statements()).hasSize(2);
        assertThat(service.requests())
                .extracting(RestService.Request::body)
                .containsExactly("[\"auth0|1\",\"auth0|2\",\"auth0|3\"]");
    }

    @Test
    void outputs_leadToTheServiceAndToRowsAndToTheServiceAgain() {
        outputs.join(profile("Output", "account"), profile("User", "auth0_id"))
                .answering(List.of(Map.of("account", "auth0|2"), Map.of("account", "auth0|1")));

        Outcome outcome = outputs.select("{ profile { user { name orders { total } profile { email } } } }");

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo(
                        "[{profile={user={name=Bob, orders=[{total=9}], profile={email=2@example.com}}}},"
                                + " {profile={user={name=Ann, orders=[{total=7}, {total=8}], profile={email=1@example.com}}}}]");
        assertThat(outcome.statements()).hasSize(2);
        assertThat(service.requests())
                .extracting(RestService.Request::body)
                .containsExactly("[\"auth0|2\",\"auth0|1\"]", "[\"auth0|2\",\"auth0|1\"]");
    }

    @Test
    void column_thatIsMapped_isReadOnlyForTheField() {
        outputs.join(profile("User", "auth0_id"));

        assertThat(outputs.select("{ user { name } }").statements())
                .singleElement()
                .asString()
                .doesNotContain("auth0_id");
        assertThat(outputs.select("{ user { profile { email } } }").statements())
                .singleElement()
                .asString()
                .contains("auth0_id")
                .doesNotContain("name\"");
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void tableType_ofTheService_isReadFromItsObjectsAndJoined() {
        outputs.join(RemoteRelationship.named("guest")
                .on("Output")
                .from("key")
                .returns("User")
                .loader(batch -> Map.of(1, Map.of("name", "Guest", "id", 2)))
                .build());

        Outcome outcome = outputs.answering(keys(1, 2)).select("{ guest { name orders { total } } }");

        assertThat(outcome.data()).isEqualTo("[{guest={name=Guest, orders=[{total=9}]}}, {guest=null}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void service_thatIsDown_failsItsFieldsAlone() {
        service.close();

        Outcome outcome = outputs.join(profile("User", "auth0_id"))
                .answering(keys(1, 2))
                .select("{ user { name profile { email } orders { total } } }");

        assertThat(outcome.data())
                .isEqualTo("[{user={name=Ann, profile=null, orders=[{total=7}, {total=8}]}},"
                        + " {user={name=Bob, profile=null, orders=[{total=9}]}}]");
        assertThat(outcome.codes())
                .containsExactly(
                        "[outputs, 0, user, profile] remote-lookup-failed",
                        "[outputs, 1, user, profile] remote-lookup-failed");
        assertThat(outcome.errors()).doesNotContain("Connect", "localhost", "auth0");
    }

    @Test
    void blockingLoader_onTheHostsExecutor_isCalledOnce() {
        ExecutorService lookups = Executors.newFixedThreadPool(2);
        try {
            Outcome outcome = outputs.join(RemoteRelationship.named("profile")
                            .on("User")
                            .from("auth0_id")
                            .returns("Profile")
                            .loader(batch -> map(client.send(request(batch), BodyHandlers.ofString())))
                            .build())
                    .and(dovetail -> dovetail.batchExecutor(lookups))
                    .answering(keys(2, 1))
                    .select("{ user { profile { email order { total } } orders { id } } }");

            assertThat(outcome.codes()).isEmpty();
            assertThat(outcome.data())
                    .isEqualTo("[{user={profile={email=2@example.com, order={total=9}}, orders=[{id=20}]}},"
                            + " {user={profile={email=1@example.com, order={total=8}}, orders=[{id=10}, {id=11}]}}]");
            assertThat(outcome.statements()).hasSize(3);
            assertThat(service.requests()).hasSize(1);
        } finally {
            lookups.shutdownNow();
        }
    }

    /** Answers a list of accounts with an object that has a profile for each; it does not know the third. */
    private static String profiles(String accounts) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (JsonNode account : JSON.readTree(accounts)) {
            String number = account.asString().substring("auth0|".length());
            if (!number.equals("3")) {
                found.put(
                        account.asString(),
                        Map.of(
                                "email",
                                number + "@example.com",
                                "lastOrder",
                                number.equals("1") ? 11 : 20,
                                "account",
                                account));
            }
        }
        return JSON.writeValueAsString(found);
    }

    private RemoteRelationship profile(String type, String field) {
        return RemoteRelationship.named("profile")
                .on(type)
                .from(field)
                .returns("Profile")
                .asyncLoader(this::load)
                .build();
    }

    private CompletionStage<Map<String, JsonNode>> load(RemoteBatch batch) {
        return client.sendAsync(request(batch), BodyHandlers.ofString()).thenApply(RemoteRelationshipTest::map);
    }

    private HttpRequest request(RemoteBatch batch) {
        return HttpRequest.newBuilder(service.uri())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(batch.keys())))
                .build();
    }

    private static Map<String, JsonNode> map(HttpResponse<String> response) {
        Map<String, JsonNode> profiles = new LinkedHashMap<>();
        JSON.readTree(response.body()).properties().forEach(entry -> profiles.put(entry.getKey(), entry.getValue()));
        return profiles;
    }
}
