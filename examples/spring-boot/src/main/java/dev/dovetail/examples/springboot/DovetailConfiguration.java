package dev.dovetail.examples.springboot;

import static dev.dovetail.access.RowFilter.column;
import static org.springframework.graphql.execution.ContextPropagationHelper.captureFrom;

import dev.dovetail.Dovetail;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.session.Session;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** All that a Spring application needs: the definitions, and three beans that hand them to Spring for GraphQL. */
@Configuration(proxyBeanMethods = false)
class DovetailConfiguration {

    /** The arguments of the action renameUser. */
    record RenameUser(UUID id, String name) {}

    @Bean
    TableSource tables(DSLContext dsl) {
        return JooqTableSource.of(dsl);
    }

    @Bean
    Dovetail dovetail(TableSource tables, Users users) {
        // spotless:off
        return Dovetail.builder()
                .tables(tables)
                .session(DovetailConfiguration::caller)
                // the clerk's answers tell of tables and statements, and GraphiQL shows it; customers' answers do not
                .joinTrace(context -> "clerk".equals(caller(context).role()))
                // lookups find the SecurityContext and the MDC of their request, whatever thread they are on
                .batchExecutorFrom(context -> lookup -> captureFrom(context).wrap(lookup).run())
                // in the schema file, answered by a controller
                .action(ActionDefinition.mutation("createUser").build())
                // added to the schema, answered here
                .action(ActionDefinition.mutation("renameUser")
                        .argument("id", "ID!").argument("name", "String!").returns("UserOutput")
                        .handler(call -> {
                            RenameUser renaming = call.arguments(RenameUser.class);
                            users.rename(renaming.id(), renaming.name());
                            return new UserOutput(renaming.id().toString());
                        })
                        .build())
                .table(TableDefinition.of("public", "users").type("User").columns("id", "name")
                        .field("initials").requires("name")
                        .open().build())
                .table(TableDefinition.of("public", "orders").type("Order").columns("product")
                        .access(AccessRule.forRole("clerk").allRows().allColumns().build(),
                                AccessRule.forRole("customer").allColumns()
                                        .rows(RowFilter.related("user", column("name").eq(SessionVariable.of("name"))))
                                        .build())
                        .build())
                .relationship(ObjectRelationship.named("user").on("UserOutput")
                        .references("public", "users").from("id").to("id").build())
                .relationship(ArrayRelationship.named("orders").on("User")
                        .references("public", "orders").from("id").to("user_id").build())
                .relationship(ObjectRelationship.named("user").on("Order")
                        .references("public", "users").from("user_id").to("id").build())
                .build();
        // spotless:on
    }

    /** Types and fields, then their data fetchers. Spring calls both before it builds the schema. */
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

    /** Put there by {@link Callers}. */
    private static Session caller(GraphQLContext context) {
        return context.getOrDefault(Session.class, Session.ANONYMOUS);
    }
}
