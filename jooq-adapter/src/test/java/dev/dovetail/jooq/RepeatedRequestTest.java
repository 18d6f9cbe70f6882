package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.Outputs.Outcome;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoaderRegistry;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host keeps from one execution to the next does not bring the first one's plans or caller along. */
final class RepeatedRequestTest {

    private TestDatabase database;
    private Outputs outputs;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, mail text)",
                "insert into users values (1, 'Ann', 'ann@example.com')",
                "create schema shop",
                "create table shop.users (id int primary key, name text, mail text)",
                "insert into shop.users values (1, 'Other', 'other@example.com')");
        outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .join(Outputs.userByKey("user").build())
                .answering(keys(1));
    }

    @Test
    void input_executedTwiceWithOtherVariables_readsWhatEachSelects() throws Exception {
        GraphQL service =
                outputs.graphQL().preparsedDocumentProvider(new OneDocument()).build();
        ExecutionInput first = ExecutionInput.newExecutionInput(
                        "query($mail: Boolean!) { outputs { user { name mail @include(if: $mail) } } }")
                .dataLoaderRegistry(new DataLoaderRegistry())
                .variables(Map.of("mail", false))
                .build();
        ExecutionInput second = first.transform(builder -> builder.variables(Map.of("mail", true)));
        assertThat(second.getGraphQLContext()).isSameAs(first.getGraphQLContext());
        database.forget();

        assertThat(service.executeAsync(first).get().<Object>getData()).hasToString("{outputs=[{user={name=Ann}}]}");
        ExecutionResult result = service.executeAsync(second).get();

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Object>getData()).hasToString("{outputs=[{user={name=Ann, mail=ann@example.com}}]}");
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void registry_sharedByRequestsOfTwoTenants_readsEachOnesDatabase() {
        DSLContext shop = database.recorded(database.dsl()
                .configuration()
                .derive(new Settings()
                        .withRenderMapping(new RenderMapping()
                                .withSchemata(
                                        new MappedSchema().withInput("public").withOutput("shop")))));
        outputs.and(dovetail -> dovetail.tables(
                JooqTableSource.perContext(context -> context.get("tenant").equals("shop") ? shop : database.dsl())
                        .catalog(database.dsl())
                        .build()));
        DataLoaderRegistry shared = new DataLoaderRegistry();

        Outcome first = outputs.ask(
                "{ outputs { user { name } } }",
                input -> input.dataLoaderRegistry(shared).graphQLContext(Map.of("tenant", "public")));
        Outcome second = outputs.ask(
                "{ outputs { user { name } } }",
                input -> input.dataLoaderRegistry(shared).graphQLContext(Map.of("tenant", "shop")));

        assertThat(first.data()).isEqualTo("[{user={name=Ann}}]");
        assertThat(second.data()).isEqualTo("[{user={name=Other}}]");
    }

    /** Keeps the parsed document, so that both executions have the very same fields. */
    private static final class OneDocument implements PreparsedDocumentProvider {

        private PreparsedDocumentEntry entry;

        @Override
        public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
                ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
            if (entry == null) {
                entry = parse.apply(input);
            }
            return CompletableFuture.completedFuture(entry);
        }
    }
}
