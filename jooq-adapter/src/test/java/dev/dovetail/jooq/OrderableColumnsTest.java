package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows are ordered by, and told apart by, the columns that PostgreSQL can compare, and by no other. */
final class OrderableColumnsTest {

    private static final List<String> COMPARABLE =
            List.of("id", "flag", "mood", "uuid", "bytes", "span", "address", "jsonb", "numbers", "documents");

    private static TestDatabase database;
    private static Outputs outputs;

    @BeforeAll
    static void start() {
        database = TestDatabase.with(
                "create type mood as enum ('happy', 'angry')",
                "create table things (id int primary key, flag bool, mood mood, uuid uuid, bytes bytea, span interval,"
                        + " address inet, jsonb jsonb, numbers int[], documents jsonb[], json json, xml xml,"
                        + " point point, words tsvector, xid xid, jsons json[], xmls xml[], points point[])",
                "insert into things values (1, true, 'happy', gen_random_uuid(), '', '1 day', '10.0.0.1', '{}', '{1}',"
                        + " '{}', '{}', '<a/>', '(1,2)', '', '1', '{}', '{}', '{}')");
        outputs = Outputs.of(database, "key: Int")
                .table("things", "Thing")
                .join(ArrayRelationship.named("things")
                        .on("Output")
                        .references("public", "things")
                        .keyedBy(output -> 1)
                        .to("id")
                        .aggregates()
                        .build())
                .answering(Outputs.keys(1));
    }

    @Test
    void columns_offered_areThoseThatCanBeCompared() {
        assertThat(names("Thing_order_by", "inputFields")).containsExactlyInAnyOrderElementsOf(COMPARABLE);
        assertThat(names("Thing_select_column", "enumValues")).containsExactlyInAnyOrderElementsOf(COMPARABLE);
    }

    @Test
    void columns_offered_canAllBeUsed() {
        for (String column : COMPARABLE) {
            Outcome outcome = outputs.select(("{ things(distinct_on: %1$s, order_by: { %1$s: desc }) { id }"
                            + " things_aggregate { aggregate { count(columns: [%1$s, id], distinct: true) } } }")
                    .formatted(column));

            assertThat(outcome.codes()).as(column).isEmpty();
            assertThat(outcome.data()).isEqualTo("[{things=[{id=1}], things_aggregate={aggregate={count=1}}}]");
        }
    }

    @Test
    void arrays_ofWhatCannotBeCompared_cannotEither() {
        JooqTableSource source = JooqTableSource.of(database.dsl());

        for (String element : List.of("point", "xml")) {
            assertThat(source.operators(ColumnType.arrayOf(ColumnType.of(ColumnKind.OTHER, element))))
                    .containsExactly(Operator.IS_NULL);
        }
        assertThat(source.operators(ColumnType.arrayOf(ColumnType.of(ColumnKind.OTHER, "inet"))))
                .contains(Operator.EQ, Operator.CONTAINS);
    }

    private static List<String> names(String type, String members) {
        Map<String, Map<String, List<Map<String, String>>>> data = outputs.ask(
                        "{ __type(name: \"" + type + "\") { " + members + " { name } } }", input -> {})
                .result()
                .getData();
        return data.get("__type").get(members).stream()
                .map(member -> member.get("name"))
                .toList();
    }
}
