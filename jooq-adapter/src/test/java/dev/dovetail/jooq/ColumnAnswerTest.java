package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import graphql.schema.idl.SchemaParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client gets for a column: the generated scalar's serialised form. */
final class ColumnAnswerTest {

    private static final String SDL = "type Query { item: Item } type Item { id: Int }";

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("create type mood as enum ('happy')", "create domain id as int8 not null");
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                arguments("bool", "true", "Boolean", true),
                arguments("int2", "-7", "Int", -7),
                arguments("int4", "7", "Int", 7),
                arguments("int8", "9007199254740993", "Long", 9007199254740993L),
                arguments("numeric(40,10)", "1.5", "BigDecimal", new BigDecimal("1.5000000000")),
                arguments("float4", "0.1", "Float", 0.1),
                arguments("float8", "0.1", "Float", 0.1),
                arguments("text", "'a'", "String", "a"),
                arguments("mood", "'happy'", "String", "happy"),
                arguments("inet", "'10.0.0.1'", "String", "10.0.0.1"),
                arguments("bytea", "'\\x00ff'", "String", "AP8="),
                arguments(
                        "uuid",
                        "'7B1F4D4E-54FD-4D0A-9B5E-0D1A7F7F2A11'",
                        "UUID",
                        "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11"),
                arguments("date", "'2026-01-02'", "Date", "2026-01-02"),
                arguments("time", "'10:15:30.123456'", "LocalTime", "10:15:30.123456"),
                arguments("time", "'10:15'", "LocalTime", "10:15:00"),
                arguments("timetz", "'10:15:30+02'", "Time", "10:15:30+02:00"),
                arguments("timestamp", "'2026-01-02 10:15:30.123456'", "LocalDateTime", "2026-01-02T10:15:30.123456"),
                // the scalar of graphql-java-extended-scalars shows milliseconds
                arguments("timestamptz", "'2026-01-02 10:15:30.123456+02'", "DateTime", "2026-01-02T08:15:30.123Z"),
                arguments("timestamptz", "'2026-01-02 10:15+02'", "DateTime", "2026-01-02T08:15:00.000Z"),
                arguments("jsonb", "'{\"a\": [1, null]}'", "JSON", Map.of("a", Arrays.asList(1, null))),
                arguments("json", "'12345678901234567890'", "JSON", new BigInteger("12345678901234567890")),
                arguments("int8[]", "'{1,null}'", "[Long]", Arrays.asList(1L, null)),
                arguments("text[]", "'{}'", "[String]", List.of()),
                arguments("date[]", "'{2026-01-02}'", "[Date]", List.of("2026-01-02")),
                arguments("id", "7", "Long!", 7L));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void column_becomesAScalar(String type, String literal, String scalar, Object expected) {
        Service service = service(type, literal);

        assertThat(service.data("{ item { row { v } } }"))
                .isEqualTo(Map.of("item", Map.of("row", Map.of("v", expected))));
        assertThat(sdl()).contains("v: " + scalar + "\n");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void null_isNull(String type, String literal, String scalar) {
        if (scalar.endsWith("!")) {
            return;
        }
        ExecutionResult result = service(type, "null").execute("{ item { row { v } } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getData().toString()).isEqualTo("{item={row={v=null}}}");
    }

    @Test
    void valueThatItsScalarDoesNotHave_isAnErrorAtItsFieldOnly() {
        for (String type : List.of("numeric", "float8", "float4")) {
            ExecutionResult result = service(type, "'NaN'").execute("{ item { row { id v } } }");

            assertThat(result.getErrors())
                    .singleElement()
                    .extracting(error -> error.getPath())
                    .isEqualTo(List.of("item", "row", "v"));
            assertThat(result.getData().toString()).isEqualTo("{item={row={id=1, v=null}}}");
        }
    }

    private static String sdl() {
        return dovetail().printSchema(new SchemaParser().parse(SDL));
    }

    private static Service service(String type, String literal) {
        database.run(
                "drop table if exists c",
                "create table c (id int, v " + type + ")",
                "insert into c values (1, " + literal + ")");
        return service();
    }

    private static Dovetail dovetail() {
        return Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .table(TableDefinition.of("public", "c")
                        .type("Row")
                        .allColumns()
                        .build())
                .relationship(ObjectRelationship.named("row")
                        .on("Item")
                        .references("public", "c")
                        .from("id")
                        .to("id")
                        .build())
                .build();
    }

    private static Service service() {
        return Service.of(
                dovetail(),
                SDL,
                wiring -> wiring.type("Query", query -> query.dataFetcher("item", env -> Map.of("id", 1))));
    }
}
