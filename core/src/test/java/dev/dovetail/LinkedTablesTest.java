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

/** Tables that lead to each other in long chains, on threads whose stack is too small to recurse through them. */
final class LinkedTablesTest {

    private static final String SDL = "type Query { version: String }";
    private static final long USUAL_STACK = 0;
    private static final long SMALL_STACK = 256 << 10;

    @Test
    void chainOfAThousandFilterableTables_isBuiltAndQueried() throws Exception {
        Dovetail dovetail = chain(1000);

        GraphQLSchema schema = onAThread(USUAL_STACK, () -> {
            TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
            return dovetail.makeExecutableSchema(registry, wiring(dovetail));
        });

        assertThat(onAThread(
                        USUAL_STACK,
                        () -> Service.of(dovetail, schema).data("{ start { rows { id next { next { id } } } } }")))
                .isEqualTo(Map.of(
                        "start", Map.of("rows", List.of(Map.of("id", 0, "next", Map.of("next", Map.of("id", 2)))))));
    }

    @Test
    void chainOfFilterableTables_isPrinted() throws Exception {
        assertThat(onAThread(SMALL_STACK, () -> chain(400).printSchema(new SchemaParser().parse(SDL))))
                .contains("next: T399_bool_exp", "next: T399_order_by", "rows: T398_bool_exp");
    }

    @Test
    void chainOfFilterableTables_extendsABuiltSchema() throws Exception {
        GraphQLSchema schema =
                onAThread(SMALL_STACK, () -> chain(200).extend(Service.hostSchema(SDL, wiring -> wiring)));

        assertThat(schema.containsType("T199_bool_exp")).isTrue();
    }

    @Test
    void tablesWithoutFilterableRelationships_needNoStackOfTheirOwn() throws Exception {
        Dovetail dovetail = star(1000);

        GraphQLSchema schema = onAThread(SMALL_STACK, () -> {
            TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
            return new SchemaGenerator().makeExecutableSchema(registry, wiring(dovetail));
        });

        assertThat(schema.containsType("T999_bool_exp")).isTrue();
    }

    private static RuntimeWiring wiring(Dovetail dovetail) {
        return dovetail.wire(RuntimeWiring.newRuntimeWiring().strictMode()).build();
    }

    /** Each table leads to the next one, and the last one back to rows of the one before it. */
    private static Dovetail chain(int length) {
        DovetailBuilder dovetail = tables(length);
        for (int i = 0; i < length - 1; i++) {
            dovetail.relationship(ObjectRelationship.named("next")
                    .on("T" + i)
                    .references("public", "t" + (i + 1))
                    .from("next_id")
                    .to("id")
                    .filterable()
                    .build());
        }
        return dovetail.relationship(
                        rows("T" + (length - 1), length - 2).filterable().build())
                .relationship(rows("Output", 0).build())
                .build();
    }

    /** Each table is led to by the same type. */
    private static Dovetail star(int size) {
        DovetailBuilder dovetail = tables(size);
        for (int i = 0; i < size; i++) {
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

    private static DovetailBuilder tables(int number) {
        FakeTables tables = FakeTables.none();
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(tables)
                .types("type Output { id: Int! }")
                .action(ActionDefinition.query("start")
                        .returns("Output")
                        .handler(call -> Map.of("id", 0))
                        .build());
        for (int i = 0; i < number; i++) {
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

    private static <T> T onAThread(long stackSize, Supplier<T> work) throws InterruptedException {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(work.get()), "small", stackSize);
        thread.setUncaughtExceptionHandler((failed, exception) -> thrown.set(exception));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
        return result.get();
    }
}
