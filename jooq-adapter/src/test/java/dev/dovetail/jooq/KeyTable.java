package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.scalars.ExtendedScalars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with a column {@code id}, joined by its key columns, and what keys find in it. Every key is looked up twice:
 * in a batch with all the others, and in one of its own, because these are different statements.
 */
final class KeyTable {

    private final TestDatabase database;
    private final Service service;

    private KeyTable(TestDatabase database, Service service) {
        this.database = database;
        this.service = service;
    }

    /** What a key finds: the ids of rows, or the code of an error. */
    record Finding(Object key, Object found) {

        @Override
        public String toString() {
            String text = String.valueOf(key);
            return (text.length() > 50 ? text.substring(0, 50) + "..." : text) + " -> " + found;
        }
    }

    static Finding finds(Object key, Integer... ids) {
        return new Finding(key, List.of(ids));
    }

    static Finding refused(Object key) {
        return new Finding(key, "join-key-invalid");
    }

    /** A table of one key column of this type, with rows of these values (as SQL) whose ids count from 1. */
    static KeyTable of(TestDatabase database, String type, String... values) {
        database.run("drop table if exists public.t", "create table public.t (id int, k " + type + ")");
        for (int i = 0; i < values.length; i++) {
            database.run("insert into public.t values (" + (i + 1) + ", " + values[i] + ")");
        }
        return of(database, JooqTableSource.of(database.dsl()), "public", "t", "k");
    }

    static KeyTable of(TestDatabase database, JooqTableSource source, String schema, String table, String... columns) {
        String[] fields =
                IntStream.range(0, columns.length).mapToObj(i -> "k" + i).toArray(String[]::new);
        Dovetail dovetail = Dovetail.builder()
                .tables(source)
                .table(TableDefinition.of(schema, table)
                        .type("Row")
                        .columns("id")
                        .build())
                .relationship(ArrayRelationship.named("rows")
                        .on("Item")
                        .references(schema, table)
                        .from(fields)
                        .to(columns)
                        .build())
                .build();
        String fieldsSdl = Arrays.stream(fields).map(field -> field + ": Key ").collect(Collectors.joining());
        String sdl = "scalar Key type Query { items: [Item!]! } type Item { " + fieldsSdl + "}";
        return new KeyTable(
                database,
                Service.of(
                        dovetail,
                        sdl,
                        wiring -> wiring.scalar(ExtendedScalars.newAliasedScalar("Key")
                                        .aliasedScalar(ExtendedScalars.Object)
                                        .build())
                                .type(
                                        "Query",
                                        query -> query.dataFetcher(
                                                "items",
                                                env -> env.getGraphQlContext().get("items")))));
    }

    /** Composite keys are lists. At least two findings must not be refusals, so that they make a batch. */
    void check(Finding... findings) {
        List<Finding> expected = List.of(findings);
        List<Object> keys = expected.stream().map(Finding::key).toList();
        database.forget();

        assertThat(paired(keys, found(keys))).as("in one batch").isEqualTo(expected);
        assertThat(database.statements()).singleElement().asString().contains("with ordinality");
        for (Finding finding : expected) {
            assertThat(paired(List.of(finding.key()), found(List.of(finding.key()))))
                    .as("alone")
                    .containsExactly(finding);
            assertThat(database.statements())
                    .hasSize(finding.found() instanceof String ? 0 : 1)
                    .noneMatch(sql -> sql.contains("unnest"));
        }
    }

    private static List<Finding> paired(List<Object> keys, List<Object> found) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> new Finding(keys.get(i), found.get(i)))
                .toList();
    }

    /** For each key, the ids of its rows in ascending order, or the code of its error. */
    List<Object> found(List<Object> keys) {
        List<Map<String, Object>> items = keys.stream().map(KeyTable::item).toList();
        ExecutionResult result =
                service.execute("{ items { rows { id } } }", input -> input.graphQLContext(Map.of("items", items)));
        Map<Integer, Object> codes = result.getErrors().stream()
                .collect(Collectors.toMap(
                        error -> (Integer) error.getPath().get(1),
                        error -> error.getExtensions().get("code")));
        Map<String, List<Map<String, List<Map<String, Integer>>>>> data = result.getData();
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<Map<String, Integer>> rows = data.get("items").get(i).get("rows");
            found.add(
                    rows == null
                            ? String.valueOf(codes.get(i))
                            : rows.stream().map(row -> row.get("id")).sorted().toList());
        }
        assertThat(result.getErrors()).extracting(GraphQLError::getMessage).noneMatch(text -> text.contains("select"));
        return found;
    }

    private static Map<String, Object> item(Object key) {
        List<?> values = key instanceof List<?> list ? list : List.of(key);
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            item.put("k" + i, values.get(i));
        }
        return item;
    }
}
