package dev.dovetail.examples.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.examples.sidebyside.bydgs.WithDgs;
import dev.dovetail.examples.sidebyside.bydovetail.WithDovetail;
import dev.dovetail.examples.sidebyside.byspring.WithSpring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three answer the same, in as many statements. */
@Timeout(120)
final class SameAnswersTest {

    private static final List<RunningApplication> APPLICATIONS = new ArrayList<>();
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
        DSL.using(postgres.dataSource(), SQLDialect.POSTGRES).execute(Code.resource("orders.sql"));
        String own = "customers";
        APPLICATIONS.add(new RunningApplication(WithSpring.class, postgres, own, "relation"));
        APPLICATIONS.add(new RunningApplication(WithDgs.class, postgres, own, "relation"));
        APPLICATIONS.add(new RunningApplication(WithDovetail.class, postgres, own));
    }

    @AfterAll
    static void stop() {
        APPLICATIONS.forEach(RunningApplication::close);
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders { product total }                                                | map 30, lamp 20, map 40 / map 10, rope 5 /  | 1
            orders(limit: 1) { product total }                                      | map 30 / map 10 /                           | 1
            orders(limit: 2) { product total }                                      | map 30, lamp 20 / map 10, rope 5 /                                         | 1
            orders(where: {product: {_eq: "map"}}) { product total }                | map 30, map 40 / map 10 /                   | 1
            orders(where: {product: {_in: ["lamp", "rope"]}}) { product total }     | lamp 20 / rope 5 /                          | 1
            orders(where: {total: {_gte: 10, _lte: 30}}, limit: 1) { product total } | map 30 / map 10 /                          | 1
            orders(where: {product: {_eq: "map"}, total: {_gte: 20}}) { product total } | map 30, map 40 / /                      | 1
            """)
    void orders_sameAnswerInAsManyStatements(String field, String expected, int statements) {
        for (RunningApplication application : APPLICATIONS) {
            Map<String, Object> answer = application.ask("{ topCustomers { " + field + " } }");

            assertThat(answer).doesNotContainKey("errors");
            assertThat(shown(answer)).isEqualTo(expected.replaceAll("\\s*/\\s*", "/"));
            assertThat(application.statements()).isEqualTo(statements);
        }
    }

    @SuppressWarnings("unchecked")
    private static String shown(Map<String, Object> answer) {
        Map<String, Object> data = (Map<String, Object>) answer.get("data");
        List<String> customers = new ArrayList<>();
        for (Map<String, Object> customer : (List<Map<String, Object>>) data.get("topCustomers")) {
            List<String> orders = new ArrayList<>();
            for (Map<String, Object> order : (List<Map<String, Object>>) customer.get("orders")) {
                orders.add(order.get("product") + " " + order.get("total"));
            }
            customers.add(String.join(", ", orders));
        }
        return String.join("/", customers);
    }
}
