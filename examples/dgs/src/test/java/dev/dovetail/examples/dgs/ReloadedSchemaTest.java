package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.graphql.dgs.ReloadSchemaIndicator;
import dev.dovetail.examples.dgs.GraphQlClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;

/** With reloading on, as while an application is written, DGS builds the schema again for every request. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "dgs.reload=true")
@Timeout(60)
final class ReloadedSchemaTest {

    @Autowired
    private ReloadSchemaIndicator reload;

    @Autowired
    private GraphQlSource graphQl;

    @LocalServerPort
    private int port;

    @Test
    void createUser_schemaBuiltAgain_answersWithRow() {
        assertThat(reload.reloadSchema()).isTrue();
        assertThat(graphQl.schema()).isNotSameAs(graphQl.schema());

        Answer answer = new GraphQlClient(port).ask("mutation { createUser(name: \"Hodor\") { user { initials } } }");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data()).isEqualTo(Map.of("createUser", Map.of("user", Map.of("initials", "H"))));
    }
}
