package dev.dovetail.examples.hasura;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Starts the database and the handlers, moves the project over, and prints what its queries answer. */
public final class HasuraExample {

    static final String LOGIN =
            "mutation { login(name: \"Ann\") { id device user { name } orders { total product { name } } } }";
    static final String CANCEL = "mutation { cancelOrder(orderId: 2) { requestedBy order { total user { name } } } }";
    static final String RECOMMEND = "{ recommend(most: 2) { reason product { name } } }";

    private static final Map<String, String> ANN =
            Map.of("X-Hasura-Role", "customer", "X-Hasura-User-Id", "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");

    private HasuraExample() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(System.getProperty("example.directory", "."));
        System.out.println("Starting PostgreSQL and the handlers; the first time takes some seconds.");
        try (Shop shop = new Shop(directory)) {
            for (String query : List.of(LOGIN, CANCEL, RECOMMEND)) {
                Map<String, Object> answer = shop.answer(query, ANN, Map.of("X-Device", List.of("phone")));
                System.out.println("\n" + query + "\n"
                        + JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            }
            System.out.println("\nNot taken over:");
            shop.metadata().report().forEach(omission -> System.out.println("  " + omission));
        }
    }
}
