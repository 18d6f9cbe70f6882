package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A GraphQL service whose action {@code outputs} answers what the test says, joined to tables of the database. */
final class Host {

    private final ContractDatabase database;
    private final DovetailBuilder dovetail = Dovetail.builder()
            // the number of statements must not depend on when the catalog is read
            .catalogRefresh(null);
    private String sdl = "type Query { version: String }";
    private UnaryOperator<RuntimeWiring.Builder> wiring = builder -> builder;
    private @Nullable Engine engine;
    private @Nullable Object answer;

    private Host(ContractDatabase database, TableSource source) {
        this.database = database;
        dovetail.tables(source);
    }

    /**
     * @param types the type {@code Output}, and what it refers to, as SDL; {@code Key} is a scalar of any value
     */
    static Host of(ContractDatabase database, String types) {
        return of(database, database.source(), types);
    }

    /** With another source than the database's own. */
    static Host of(ContractDatabase database, TableSource source, String types) {
        Host host = new Host(database, source);
        host.dovetail
                .types(types)
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call -> host.answer)
                        .build());
        return host;
    }

    /** Exposes all columns of a table. */
    Host table(TableName name, String type) {
        return table(TableDefinition.of(name.schema(), name.name()).type(type).allColumns());
    }

    Host table(TableDefinition.Builder table) {
        dovetail.table(table.build());
        return this;
    }

    Host join(Relationship... relationships) {
        List.of(relationships).forEach(dovetail::relationship);
        return this;
    }

    /** Says what else is to be declared. */
    Host and(Consumer<DovetailBuilder> more) {
        more.accept(dovetail);
        return this;
    }

    /** The host's own schema, which has no field of use by default. */
    Host host(String hostSdl, UnaryOperator<RuntimeWiring.Builder> hostWiring) {
        sdl = hostSdl;
        wiring = hostWiring;
        return this;
    }

    /** What the action will answer. */
    Host answering(@Nullable Object value) {
        answer = value;
        return this;
    }

    /** The outcome of {@code { outputs <selection> }}. */
    Outcome select(String selection) {
        return ask("{ outputs " + selection + " }", input -> {});
    }

    Outcome ask(String query, Consumer<ExecutionInput.Builder> more) {
        if (engine == null) {
            engine = Engine.of(dovetail.build(), sdl, wiring);
        }
        database.statements();
        ExecutionResult result = engine.execute(query, more);
        return new Outcome(database, result, database.statements());
    }

    /** The schema as clients see it. */
    String schema() {
        return dovetail.build().printSchema(new SchemaParser().parse(sdl));
    }

    static ObjectRelationship.Builder object(String name, String type, String from, TableName table, String to) {
        return ObjectRelationship.named(name)
                .on(type)
                .references(table.schema(), table.name())
                .from(from)
                .to(to);
    }

    static ArrayRelationship.Builder array(String name, String type, String from, TableName table, String to) {
        return ArrayRelationship.named(name)
                .on(type)
                .references(table.schema(), table.name())
                .from(from)
                .to(to);
    }

    /** One output for each key, each a map with the entry {@code key}. */
    static List<Map<String, Object>> keys(@Nullable Object... keys) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        Arrays.stream(keys).forEach(key -> outputs.add(Collections.singletonMap("key", key)));
        return outputs;
    }

    /** What a request gave and what it took. */
    record Outcome(ContractDatabase database, ExecutionResult result, int statements) {

        /** The action's field, as text: {@code [{user={name=Ann}}, {user=null}]}. */
        String data() {
            Map<String, Object> data = result.getData();
            return data == null ? "null" : String.valueOf(data.get("outputs"));
        }

        /** Each error as {@code path code}. */
        List<String> codes() {
            return Engine.codes(result);
        }

        /** The answer is this, without errors, and took no more than one statement for each of so many batches. */
        void is(String data, int batches) {
            assertThat(result.getErrors()).isEmpty();
            assertThat(data()).isEqualTo(data);
            tookBatches(batches);
        }

        void tookBatches(int batches) {
            assertThat(statements).as("statements").isLessThanOrEqualTo(batches * database.statementsFor(10));
        }

        /** Whether the fields were refused, instead of being answered wrongly, because the database has a gap. */
        boolean isRefusedFor(Gap... needed) {
            boolean gap = Arrays.stream(needed).anyMatch(database.gaps()::contains);
            if (gap) {
                assertThat(result.getErrors())
                        .as("a gap that was declared: %s", Arrays.toString(needed))
                        .isNotEmpty();
            }
            return gap;
        }
    }
}
