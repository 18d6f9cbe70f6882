package dev.dovetail.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.postgres.LocalPostgres;
import graphql.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;

/** The README's configuration for Spring is all that an application needs. */
@Timeout(60)
final class ReadmeTest {

    @Test
    void configuration_inFreshApplication_joins() {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            DSL.using(postgres.dataSource(), SQLDialect.POSTGRES)
                    .execute(
                            "create table users (id int primary key, name text); insert into users values (1, 'Arya')");
            try (ConfigurableApplicationContext context = start(postgres.dataSource())) {
                ExecutionResult result =
                        context.getBean(GraphQlSource.class).graphQl().execute("{ outputs { user { name } } }");

                assertThat(result.getErrors()).isEmpty();
                assertThat(result.<Object>getData())
                        .isEqualTo(Map.of("outputs", List.of(Map.of("user", Map.of("name", "Arya")))));
            }
        }
    }

    private static ConfigurableApplicationContext start(DataSource database) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        (GenericApplicationContext context) -> context.registerBean(DataSource.class, () -> database))
                .run("--spring.graphql.schema.locations=classpath:readme/", "--spring.sql.init.mode=never");
    }

    @Test
    void readme_hasThisConfiguration() throws IOException {
        String code = Files.readString(Path.of("src/test/java/dev/dovetail/examples/readme/JoinsConfiguration.java"));
        String readme = Files.readString(Path.of("../../README.md"));

        assertThat(words(readme)).contains(words(code.substring(code.indexOf("@Configuration("))));
    }

    @Test
    void readme_saysHowCallersComeIn() throws IOException {
        String code = Files.readString(Path.of("src/main/java/dev/dovetail/examples/springboot/Callers.java"));
        String statement = code.substring(code.indexOf("request.configure"), code.indexOf("return chain"));

        assertThat(words(Files.readString(Path.of("../../README.md")))).contains(words(statement));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }

    @EnableAutoConfiguration
    @Import({JoinsConfiguration.class, Outputs.class})
    static class Application {}

    record UserOutput(int id) {}

    @Controller
    static class Outputs {

        @QueryMapping
        List<UserOutput> outputs() {
            return List.of(new UserOutput(1));
        }
    }
}
