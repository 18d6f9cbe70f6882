package dev.dovetail.jooq;

import static dev.dovetail.table.Operator.CONTAINED_IN;
import static dev.dovetail.table.Operator.CONTAINS;
import static dev.dovetail.table.Operator.EQ;
import static dev.dovetail.table.Operator.GT;
import static dev.dovetail.table.Operator.HAS_KEY;
import static dev.dovetail.table.Operator.HAS_KEYS_ALL;
import static dev.dovetail.table.Operator.HAS_KEYS_ANY;
import static dev.dovetail.table.Operator.ILIKE;
import static dev.dovetail.table.Operator.IN;
import static dev.dovetail.table.Operator.IREGEX;
import static dev.dovetail.table.Operator.IS_NULL;
import static dev.dovetail.table.Operator.LIKE;
import static dev.dovetail.table.Operator.NILIKE;
import static dev.dovetail.table.Operator.NIN;
import static dev.dovetail.table.Operator.NIREGEX;
import static dev.dovetail.table.Operator.NLIKE;
import static dev.dovetail.table.Operator.NREGEX;
import static dev.dovetail.table.Operator.NSIMILAR;
import static dev.dovetail.table.Operator.REGEX;
import static dev.dovetail.table.Operator.SIMILAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter.Comparison;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.Operator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operators of patterns, documents and arrays mean, and which values they refuse. */
final class FilterOperatorsTest {

    private static TestDatabase database;
    private static Connection connection;
    private static DSLContext dsl;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.with(FilterTable.TYPES);
        connection = TestDatabase.server().dataSource().getConnection();
        dsl = database.recorded(new DefaultConfiguration().set(connection).set(SQLDialect.POSTGRES));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "json[]", "point", "xml", "tsvector"})
    void typeWithoutEquality_hasNullsOnly(String type) {
        FilterTable table = FilterTable.of(dsl, type);
        table.add("null");

        assertThat(table.operators()).containsExactly(IS_NULL);
        assertThat(table.ids(IS_NULL, true)).containsExactly(1);
        assertThat(table.ids(IS_NULL, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "varchar(10)", "name", "code"})
    void pattern_ofText_tellsLetterCase(String type) {
        FilterTable table = FilterTable.of(dsl, type);
        table.add("'abc'", "'ABD'", "null");

        assertThat(table.operators()).isEqualTo(union(Operator.COMPARISON, Operator.PATTERN));
        assertThat(table.ids(LIKE, "a%")).containsExactly(1);
        assertThat(table.ids(NLIKE, "a%")).containsExactly(2);
        assertThat(table.ids(ILIKE, "a_c")).containsExactly(1);
        assertThat(table.ids(ILIKE, "A%")).containsExactly(1, 2);
        assertThat(table.ids(NILIKE, "%c")).containsExactly(2);
        assertThat(table.ids(SIMILAR, "(a|b)b_")).containsExactly(1);
        assertThat(table.ids(NSIMILAR, "(a|b)b_")).containsExactly(2);
        assertThat(table.ids(REGEX, "^a.")).containsExactly(1);
        assertThat(table.ids(NREGEX, "^a.")).containsExactly(2);
        assertThat(table.ids(IREGEX, "^a.C")).containsExactly(1);
        assertThat(table.ids(NIREGEX, "^a.C")).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"My Types?\".citext", "nick"})
    void pattern_ofCitextOffTheSearchPath_ignoresLetterCase(String type) {
        FilterTable table = FilterTable.of(dsl, type);
        table.add("'abc'", "'ABD'", "null");

        assertThat(table.ids(LIKE, "a%")).containsExactly(1, 2);
        assertThat(table.ids(NLIKE, "A%C")).containsExactly(2);
        assertThat(table.ids(ILIKE, "A_c")).containsExactly(1);
        assertThat(table.ids(NILIKE, "%C")).containsExactly(2);
        assertThat(table.ids(SIMILAR, "(A|B)b_")).containsExactly(1, 2);
        assertThat(table.ids(NSIMILAR, "_*(C)")).containsExactly(2);
        assertThat(table.ids(REGEX, "^a")).containsExactly(1, 2);
        assertThat(table.ids(NREGEX, "^.bC")).containsExactly(2);
        assertThat(table.ids(IREGEX, "^a.C")).containsExactly(1);
        assertThat(table.ids(NIREGEX, "^a.C")).containsExactly(2);
        assertThat(table.ids(IN, List.of("ABC", "x"))).containsExactly(1);
        assertThat(table.ids(NIN, List.of("ABC", "x"))).containsExactly(2);
    }

    @Test
    void pattern_ofPaddedAndOneLetterText_runs() {
        for (String type : List.of("char(3)", "\"char\"")) {
            FilterTable table = FilterTable.of(dsl, type);
            table.add("'a'", "'B'", "null");
            for (Operator operator : Operator.PATTERN) {
                boolean negative = operator.name().startsWith("N");
                String pattern = EnumSet.of(REGEX, IREGEX, NREGEX, NIREGEX).contains(operator) ? "^a" : "a%";
                assertThat(table.ids(operator, pattern))
                        .as("%s of %s", operator, type)
                        .containsExactly(negative ? 2 : 1);
            }
        }
    }

    @Test
    void document_containsAndKeys() {
        FilterTable table = FilterTable.of(dsl, "jsonb");
        table.add("'{\"a\": 1, \"b\": {\"c\": null}}'", "'[\"a\", \"x\"]'", "null", "'{}'");

        assertThat(table.operators()).isEqualTo(union(Operator.EQUALITY, Operator.DOCUMENT));
        assertThat(table.ids(CONTAINS, Map.of("a", 1))).containsExactly(1);
        assertThat(table.ids(CONTAINS, Map.of("b", Collections.singletonMap("c", null))))
                .containsExactly(1);
        assertThat(table.ids(CONTAINS, "a")).containsExactly(2);
        assertThat(table.ids(CONTAINS, List.of())).containsExactly(2);
        assertThat(table.ids(CONTAINED_IN, List.of("a", "x", "y"))).containsExactly(2);
        assertThat(table.ids(CONTAINED_IN, Map.of())).containsExactly(4);
        assertThat(table.ids(HAS_KEY, "a")).containsExactly(1, 2);
        assertThat(table.ids(HAS_KEY, "?")).isEmpty();
        assertThat(table.ids(HAS_KEYS_ANY, List.of("b", "x"))).containsExactly(1, 2);
        assertThat(table.ids(HAS_KEYS_ANY, List.of())).isEmpty();
        assertThat(table.ids(HAS_KEYS_ALL, List.of("a", "b"))).containsExactly(1);
        assertThat(table.ids(HAS_KEYS_ALL, List.of())).containsExactly(1, 2, 4);
    }

    @Test
    void array_containsWhateverTheOrder() {
        FilterTable table = FilterTable.of(dsl, "text[]");
        table.add("array['a', 'b']", "array['c', null]", "null", "'{}'");

        assertThat(table.operators()).isEqualTo(union(Operator.EQUALITY, Set.of(CONTAINS, CONTAINED_IN)));
        assertThat(table.ids(CONTAINS, List.of("b", "a"))).containsExactly(1);
        assertThat(table.ids(CONTAINS, List.of())).containsExactly(1, 2, 4);
        assertThat(table.ids(CONTAINED_IN, List.of("a", "b", "c"))).containsExactly(1, 4);
        List<String> withNull = new ArrayList<>(List.of("c"));
        withNull.add(null);
        assertThat(table.ids(EQ, withNull)).containsExactly(2);
        assertThat(table.ids(IN, List.of(withNull, List.of()))).containsExactly(2, 4);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("text", REGEX, "("),
                arguments("text", IREGEX, "["),
                arguments("text", SIMILAR, "("),
                arguments("text", LIKE, "\\"),
                arguments("text", EQ, "nul\0"),
                arguments("jsonb", EQ, "nul\0"),
                arguments("bytea", EQ, "no base 64!"),
                arguments("int4[]", EQ, List.of(List.of(1), List.of(1, 2))),
                arguments("mood[]", EQ, List.of("sleepy")),
                arguments("inet", EQ, "nowhere"),
                arguments("interval", GT, "tomorrow-ish"),
                arguments("date", EQ, LocalDate.of(9999999, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void value_thatTheDatabaseRefuses_isNamedInvalid(String type, Operator operator, Object value) {
        FilterTable table = FilterTable.of(dsl, type);
        table.add(type.equals("text") ? "'a'" : "null");

        assertThatThrownBy(() -> table.ids(operator, value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining(value.toString());
    }

    @Test
    void list_ofAnyLength_isOneParameter() {
        FilterTable table = FilterTable.of(dsl, "int4", 1, 2);
        database.forget();

        table.ids(IN, List.of(1));
        table.ids(IN, List.of(1, 2, 3, 4, 5));

        List<String> statements = database.statements();
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0)).isEqualTo(statements.get(1));
    }

    @Test
    void document_byKey_usesItsIndex() {
        FilterTable table = FilterTable.of(dsl, "jsonb");
        dsl.execute("create index filtered_v on filtered using gin (v)");
        Column column = table.column();

        for (Comparison comparison : List.of(
                new Comparison(column, HAS_KEY, "a"),
                new Comparison(column, HAS_KEYS_ANY, List.of("a")),
                new Comparison(column, CONTAINS, Map.of("a", 1)))) {
            assertThat(table.explain(comparison)).contains("filtered_v");
        }
    }

    private static Set<Operator> union(Set<Operator> some, Set<Operator> others) {
        EnumSet<Operator> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
