package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An action {@code outputs} whose answer the test says, joined to the test's tables. */
final class Outputs {

    private final TestDatabase database;
    private final DovetailBuilder dovetail = Dovetail.builder();
    private String hostSdl = "type Query { version: String }";
    private UnaryOperator<RuntimeWiring.Builder> hostWiring = wiring -> wiring;
    private @Nullable Service service;
    private @Nullable Object answer;

    private Outputs(TestDatabase database) {
        this.database = database;
    }

    /**
     * @param fields the fields of the type {@code Output}, as SDL writes them
     */
    static Outputs of(TestDatabase database, String fields) {
        return of(database, "[Output]", "type Output { " + fields + " }");
    }

    /**
     * @param returns the type that the action answers
     * @param types it and what it refers to, as SDL
     */
    static Outputs of(TestDatabase database, String returns, String types) {
        Outputs outputs = withoutAction(database);
        outputs.dovetail
                .types(types)
                .action(ActionDefinition.query("outputs")
                        .returns(returns)
                        .handler(call -> outputs.answer)
                        .build());
        return outputs;
    }

    /** Where the host's own schema has the fields that are joined. */
    static Outputs withoutAction(TestDatabase database) {
        Outputs outputs = new Outputs(database);
        // The number of statements must not depend on how fast the machine is.
        outputs.dovetail
                .catalogRefresh(null)
                .tables(JooqTableSource.on(database.dsl())
                        .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                        .build());
        return outputs;
    }

    /** Exposes all columns of a table. */
    Outputs table(String name, String type) {
        return table(TableDefinition.of("public", name).type(type).allColumns().build());
    }

    Outputs table(TableDefinition table) {
        dovetail.table(table);
        return this;
    }

    Outputs join(Relationship... relationships) {
        List.of(relationships).forEach(dovetail::relationship);
        return this;
    }

    /** Says what else is to be declared. */
    Outputs and(Consumer<DovetailBuilder> more) {
        more.accept(dovetail);
        return this;
    }

    /** The host's own schema, which has no action and no table by default. */
    Outputs host(String sdl, UnaryOperator<RuntimeWiring.Builder> wiring) {
        hostSdl = sdl;
        hostWiring = wiring;
        return this;
    }

    /** Everything declared so far, as a service with Dovetail's instrumentation. */
    GraphQL.Builder graphQL() {
        return Service.graphQL(dovetail.build(), hostSdl, hostWiring);
    }

    /** Uses this service from here on. */
    Outputs service(GraphQL graphQL) {
        service = Service.of(graphQL);
        return this;
    }

    /** What the action will answer. */
    Outputs answering(@Nullable Object value) {
        answer = value;
        return this;
    }

    /** The outcome of {@code { outputs <selection> }}. */
    Outcome select(String selection) {
        return ask("{ outputs " + selection + " }", input -> {});
    }

    Outcome ask(String query, Consumer<ExecutionInput.Builder> more) {
        if (service == null) {
            service(graphQL().build());
        }
        database.forget();
        ExecutionResult result = service.execute(query, more);
        return new Outcome(result, database.statements());
    }

    /** The row of {@code users} whose id is the output's {@code key}. */
    static ObjectRelationship.Builder userByKey(String name) {
        return ObjectRelationship.named(name)
                .on("Output")
                .references("public", "users")
                .from("key")
                .to("id");
    }

    /** The same as a list. */
    static ArrayRelationship.Builder usersByKey(String name) {
        return ArrayRelationship.named(name)
                .on("Output")
                .references("public", "users")
                .from("key")
                .to("id");
    }

    /** One output for each key, each a map with the entry {@code key}. */
    static List<Map<String, Object>> keys(Object... keys) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (Object key : keys) {
            outputs.add(Collections.singletonMap("key", key));
        }
        return outputs;
    }

    /** What a request gave and what it took. */
    record Outcome(ExecutionResult result, List<String> statements) {

        /** The action's field, as text: {@code [{user={name=Ann}}, {user=null}]}. */
        String data() {
            Map<String, Object> data = result.getData();
            return data == null ? "null" : String.valueOf(data.get("outputs"));
        }

        /** Each error as {@code path code}. */
        List<String> codes() {
            return Service.codes(result);
        }

        /** Every message and extension that the client sees. */
        String errors() {
            return result.toSpecification().getOrDefault("errors", "").toString();
        }
    }
}
