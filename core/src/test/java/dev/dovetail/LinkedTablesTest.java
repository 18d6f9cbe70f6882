package dev.dovetail;

import static dev.dovetail.FakeTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Index;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A thousand tables, on threads with the stack that the JVM gives them if nobody says otherwise. */
final class LinkedTablesTest {

    private static final int TABLES = 1000;
    private static final String SDL = "type Query { version: String }";

    @Test
    void chainOfFilterableTables_isBuiltPrintedAndQueried() throws Exception {
        Dovetail dovetail = chain();

        GraphQLSchema schema = onAThread(() -> {
            TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
            return dovetail.makeExecutableSchema(registry, wiring(dovetail));
        });

        assertThat(onAThread(() -> Service.of(dovetail, schema).data("{ start { rows { id next { next { id } } } } }")))
                .isEqualTo(Map.of(
                        "start", Map.of("rows", List.of(Map.of("id", 0, "next", Map.of("next", Map.of("id", 2)))))));
        assertThat(onAThread(() -> dovetail.printSchema(new SchemaParser().parse(SDL))))
                .contains("next: T999_bool_exp", "next: T999_order_by", "rows: T998_bool_exp")
                .isEqualTo(onAThread(() -> dovetail.printSchema(schema)));
    }

    @Test
    void chainOfFilterableTables_extendsABuiltSchema() throws Exception {
        Dovetail dovetail = chain();

        GraphQLSchema schema = onAThread(() -> dovetail.extend(Service.hostSchema(SDL, wiring -> wiring)));

        assertThat(schema.containsType("T999_bool_exp")).isTrue();
    }

    @Test
    void tablesWithoutFilterableRelationships_needNoStackOfTheirOwn() throws Exception {
        Dovetail dovetail = star();

        GraphQLSchema schema = onAThread(() -> {
            TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
            return new SchemaGenerator().makeExecutableSchema(registry, wiring(dovetail));
        });

        assertThat(schema.containsType("T999_bool_exp")).isTrue();
    }

    private static RuntimeWiring wiring(Dovetail dovetail) {
        return dovetail.wire(RuntimeWiring.newRuntimeWiring().strictMode()).build();
    }

    /** Each table leads to the next one, and the last but one back to rows of the one before it. */
    private static Dovetail chain() {
        DovetailBuilder dovetail = tables();
        for (int i = 0; i < TABLES - 1; i++) {
            dovetail.relationship(ObjectRelationship.named("next")
                    .on("T" + i)
                    .references("public", "t" + (i + 1))
                    .from("next_id")
                    .to("id")
                    .filterable()
                    .build());
        }
        return dovetail.relationship(rows("T999", 998).filterable().build())
                .relationship(rows("Output", 0).build())
                .build();
    }

    /** Each table is led to by the same type. */
    private static Dovetail star() {
        DovetailBuilder dovetail = tables();
        for (int i = 0; i < TABLES; i++) {
            dovetail.relationship(ArrayRelationship.named("rows" + i)
                    .on("Output")
                    .references("public", "t" + i)
                    .from("id")
                    .to("next_id")
                    .build());
        }
        return dovetail.build();
    }

    private static ArrayRelationship.Builder rows(String type, int table) {
        return ArrayRelationship.named("rows")
                .on(type)
                .references("public", "t" + table)
                .from("id")
                .to("id");
    }

    private static DovetailBuilder tables() {
        FakeTables tables = FakeTables.none();
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(tables)
                .types("type Output { id: Int! }")
                .action(ActionDefinition.query("start")
                        .returns("Output")
                        .handler(call -> Map.of("id", 0))
                        .build());
        for (int i = 0; i < TABLES; i++) {
            Table table = Table.of(
                    TableName.of("public", "t" + i),
                    List.of(column("id", ColumnKind.INTEGER, false), column("next_id", ColumnKind.INTEGER, true)),
                    List.of(new Index(List.of("id"), true), new Index(List.of("next_id"), false)),
                    null);
            tables.add(table, Map.of("id", i, "next_id", i + 1));
            dovetail.table(TableDefinition.of("public", "t" + i)
                    .type("T" + i)
                    .allColumns()
                    .build());
        }
        return dovetail;
    }

    private static <T> T onAThread(Supplier<T> work) throws InterruptedException {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> result.set(work.get()));
        thread.setUncaughtExceptionHandler((failed, exception) -> thrown.set(exception));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
        return result.get();
    }
}
