package dev.dovetail.examples.readme;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class JoinsConfiguration {

    @Bean
    Dovetail dovetail(DSLContext dsl) {
        return Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
    }

    @Bean
    RuntimeWiringConfigurer dovetailWiring(Dovetail dovetail) {
        return new RuntimeWiringConfigurer() {
            @Override
            public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
                dovetail.extend(registry);
            }

            @Override
            public void configure(RuntimeWiring.Builder wiring) {
                dovetail.wire(wiring);
            }
        };
    }

    @Bean
    Instrumentation dovetailInstrumentation(Dovetail dovetail) {
        return dovetail.instrumentation();
    }
}
