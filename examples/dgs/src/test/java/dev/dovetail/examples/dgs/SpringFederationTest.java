package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.apollographql.federation.graphqljava.Federation;
import dev.dovetail.Dovetail;
import dev.dovetail.Entities;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.jooq.JooqTableSource;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** A federated graph in Spring for GraphQL without DGS; here, because DGS brings what it takes. */
@Timeout(60)
final class SpringFederationTest {

    private static final String SDL = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
            type Query { version: String }
            extend type User @key(fields: "id")
            """;

    @Test
    void schemaFactory_makesTheFederatedSchema() {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            DSLContext dsl = DSL.using(postgres.dataSource(), SQLDialect.POSTGRES);
            dsl.execute("create table users (id int primary key, name text)");
            dsl.execute("insert into users values (1, 'Arya'), (2, 'Bran')");

            ExecutionResult result = graphQL(dsl)
                    .execute(
                            "{ _entities(representations: [{__typename: \"User\", id: 2}, {__typename: \"User\", id: 1}])"
                                    + " { ... on User { name } } }");

            assertThat(result.getErrors()).isEmpty();
            assertThat(result.<Object>getData())
                    .isEqualTo(Map.of("_entities", List.of(Map.of("name", "Bran"), Map.of("name", "Arya"))));
        }
    }

    private static GraphQL graphQL(DSLContext dsl) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .build();
        return GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ByteArrayResource(SDL.getBytes(StandardCharsets.UTF_8)))
                .configureRuntimeWiring(new RuntimeWiringConfigurer() {
                    @Override
                    public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
                        dovetail.extend(registry);
                    }

                    @Override
                    public void configure(RuntimeWiring.Builder wiring) {
                        dovetail.wire(wiring);
                    }
                })
                .schemaFactory((registry, wiring) -> {
                    Entities entities = dovetail.entities();
                    return Federation.transform(registry, wiring)
                            .fetchEntities(entities.fetcher())
                            .resolveEntityType(entities.typeResolver())
                            .build();
                })
                .instrumentation(List.of(dovetail.instrumentation()))
                .build()
                .graphQl();
    }
}
