package dev.dovetail.examples.sidebyside;

import dev.dovetail.examples.postgres.LocalPostgres;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** One of the applications, asked over HTTP. Its statements are recorded. */
final class RunningApplication implements AutoCloseable {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;
    private final RestClient http;

    /**
     * @param schema directories with SDL
     */
    RunningApplication(Class<?> application, LocalPostgres postgres, String... schema) {
        this.context = new SpringApplicationBuilder(application)
                .initializers(beans(postgres.dataSource()))
                .run(
                        "--server.port=0",
                        "--spring.graphql.schema.locations=" + each(schema, "classpath:/%s/"),
                        "--dgs.graphql.schema-locations=" + each(schema, "classpath:/%s/*.graphqls"));
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        this.http = RestClient.create("http://127.0.0.1:" + port + "/graphql");
    }

    private static String each(String[] directories, String pattern) {
        return Stream.of(directories).map(pattern::formatted).collect(Collectors.joining(","));
    }

    private ApplicationContextInitializer<GenericApplicationContext> beans(DataSource database) {
        return context -> {
            context.registerBean(DataSource.class, () -> database);
            context.registerBean(
                    ExecuteListenerProvider.class,
                    () -> new DefaultExecuteListenerProvider(
                            ExecuteListener.onExecuteStart(statement -> statements.add(statement.sql()))));
        };
    }

    /** The whole answer. */
    Map<String, Object> ask(String query) {
        statements.clear();
        return Objects.requireNonNull(http.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("query", query))
                .retrieve()
                .body(JSON));
    }

    /** How many statements the last request took. */
    int statements() {
        return statements.size();
    }

    @Override
    public void close() {
        context.close();
    }
}
