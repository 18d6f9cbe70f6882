package dev.dovetail.examples.sidebyside.bydovetail;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.jooq.JooqTableSource;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Once for all relations of an application. */
@Configuration(proxyBeanMethods = false)
class DovetailConfiguration {

    @Bean
    Dovetail dovetail(DSLContext dsl) {
        DovetailBuilder dovetail = Dovetail.builder().tables(JooqTableSource.of(dsl));
        OrdersOfCustomer.addTo(dovetail);
        return dovetail.build();
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
