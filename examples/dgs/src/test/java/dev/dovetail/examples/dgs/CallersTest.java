package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.HttpClientErrorException;

/** Spring Security says who calls, and the access rules what they see: customers their own orders, clerks all. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SqlRecorder.class)
@Timeout(60)
final class CallersTest {

    private static final String ARYA = "a0000000-0000-0000-0000-000000000000";
    private static final String BRAN = "b0000000-0000-0000-0000-000000000000";

    @Autowired
    private DSLContext dsl;

    @LocalServerPort
    private int port;

    @BeforeEach
    void twoUsersWithOneOrderEach() {
        dsl.execute("truncate users, orders");
        dsl.execute("insert into users (id, name) values (?::uuid, 'Arya'), (?::uuid, 'Bran')", ARYA, BRAN);
        dsl.execute("insert into orders (user_id, product) values (?::uuid, 'needle'), (?::uuid, 'chair')", ARYA, BRAN);
    }

    @Test
    void users_eachCaller_seesOrdersOfTheirOwn() {
        assertThat(ordersSeenBy("Arya")).isEqualTo(users("needle", null));
        assertThat(ordersSeenBy("Bran")).isEqualTo(users(null, "chair"));
        assertThat(ordersSeenBy("clerk")).isEqualTo(users("needle", "chair"));
    }

    @Test
    void users_callersTogether_neverSeeRowsOfEachOther() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> asking = Stream.iterate(0, i -> i + 1)
                    .limit(40)
                    .<Callable<Object>>map(i -> () -> ordersSeenBy(i % 2 == 0 ? "Arya" : "Bran"))
                    .toList();

            List<Future<Object>> answers = clients.invokeAll(asking);

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? users("needle", null) : users(null, "chair"));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void users_clerkAsks_answerTellsOfItsJoinsAndNoCustomersDoes() {
        assertThat(answerTo("clerk").json().get("extensions"))
                .asString()
                .contains("relationship=UserOutput.user", "relationship=User.orders", "table=public.orders");
        assertThat(answerTo("Arya").json()).doesNotContainKey("extensions");
    }

    @Test
    void users_wrongPassword_isUnauthorized() {
        assertThatThrownBy(() -> ordersSeenBy("Nobody")).isInstanceOf(HttpClientErrorException.Unauthorized.class);
    }

    private Object ordersSeenBy(String caller) {
        return answerTo(caller).data();
    }

    private GraphQlClient.Answer answerTo(String caller) {
        return new GraphQlClient(port, caller)
                .ask(
                        "query($ids: [ID!]!) { users(ids: $ids) { user { name orders { product } } } }",
                        Map.of("ids", List.of(ARYA, BRAN)));
    }

    private static Object users(String ofArya, String ofBran) {
        return Map.of("users", List.of(user("Arya", ofArya), user("Bran", ofBran)));
    }

    private static Object user(String name, String product) {
        Object orders = product == null ? List.of() : List.of(Map.of("product", product));
        return Map.of("user", Map.of("name", name, "orders", orders));
    }
}
