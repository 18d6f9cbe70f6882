package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.springboot.GraphQlClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.observation.GraphQlObservationInstrumentation;

/** Without observations, Spring gives a request no registry at all, since the application registers no loaders. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // where Spring Boot 4 has it, and 3
        properties =
                "spring.autoconfigure.exclude="
                        + "org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration,"
                        + "org.springframework.boot.actuate.autoconfigure.observation.graphql.GraphQlObservationAutoConfiguration")
@Timeout(60)
final class WithoutObservationsTest {

    @Autowired
    private ObjectProvider<GraphQlObservationInstrumentation> observations;

    @LocalServerPort
    private int port;

    @Test
    void createUser_noRegistryOfSprings_answersWithRow() {
        assertThat(observations.getIfAvailable()).isNull();

        Answer answer = new GraphQlClient(port).ask("mutation { createUser(name: \"Hodor\") { user { name } } }");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data()).isEqualTo(Map.of("createUser", Map.of("user", Map.of("name", "Hodor"))));
    }
}
