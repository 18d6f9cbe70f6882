package dev.dovetail.examples.dgs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What a client of the application sees, over HTTP. */
final class GraphQlClient {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestClient http;

    /** One who may see everything. */
    GraphQlClient(int port) {
        this(port, "clerk");
    }

    /**
     * @param caller whose password is their name
     */
    GraphQlClient(int port, String caller) {
        this.http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port + "/graphql")
                .defaultHeaders(headers -> headers.setBasicAuth(caller, caller))
                .build();
    }

    Answer ask(String query) {
        return ask(query, Map.of());
    }

    Answer ask(String query, Map<String, Object> variables) {
        return new Answer(Objects.requireNonNull(http.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("query", query, "variables", variables))
                .retrieve()
                .body(JSON)));
    }

    /** The whole JSON of an answer. */
    record Answer(Map<String, Object> json) {

        Object data() {
            return json.get("data");
        }

        /** Each error without its locations, so that nothing else can hide in it. */
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> errors() {
            List<Map<String, Object>> errors = (List<Map<String, Object>>) json.getOrDefault("errors", List.of());
            errors.forEach(error -> error.remove("locations"));
            return errors;
        }
    }
}
