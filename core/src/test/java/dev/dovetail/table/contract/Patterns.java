package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns, as far as the source offers them; that it offers no others is for {@link Catalogs} to say. */
interface Patterns extends Concern {

    List<String> TEXTS = List.of("tea", "Tea", "TEAPOT", "jam", "", "t_a", "100%", "a\nb");

    Map<Operator, Operator> NEGATIONS = Map.of(
            Operator.LIKE, Operator.NLIKE,
            Operator.ILIKE, Operator.NILIKE,
            Operator.SIMILAR, Operator.NSIMILAR,
            Operator.REGEX, Operator.NREGEX,
            Operator.IREGEX, Operator.NIREGEX);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "LIKE    | tea        | 0",
                "LIKE    | t%         | 0 5",
                "LIKE    | T%         | 1 2",
                "LIKE    | _ea        | 0 1",
                "LIKE    | %          | 0 1 2 3 4 5 6 7",
                "LIKE    | \"\"       | 4",
                "LIKE    | a_b        | 7",
                "LIKE    | %'%        | ",
                "LIKE    | ea         | ",
                "ILIKE   | TEA        | 0 1",
                "ILIKE   | tea%       | 0 1 2",
                "ILIKE   | %A%        | 0 1 2 3 5 7",
                "SIMILAR | [tT]ea     | 0 1",
                "SIMILAR | t%         | 0 5",
                "REGEX   | ^t         | 0 5",
                "REGEX   | ea$        | 0 1",
                "REGEX   | [jt].a?    | 0 3 5",
                "IREGEX  | ^TEA       | 0 1 2",
            })
    default void pattern_ofEachOperator_meansTheTextsThatItMatches(Operator operator, String pattern, String ids) {
        TableName name = create();
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, List.of());
        Column column = Kept.column(texts, "v");
        if (!kept.source().operators(column.type()).contains(operator)) {
            return;
        }
        List<String> matching = ids == null ? List.of() : List.of(ids.split(" "));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            if (!matching.contains(String.valueOf(i))) {
                others.add(String.valueOf(i));
            }
        }
        Operator negation = NEGATIONS.get(operator);

        assertThat(found(kept, texts, new Filter.Comparison(column, operator, pattern)))
                .isEqualTo(matching);
        assertThat(found(kept, texts, new Filter.Comparison(column, negation, pattern)))
                .isEqualTo(others);
        assertThat(found(kept, texts, new Filter.Not(new Filter.Comparison(column, operator, pattern))))
                .isEqualTo(others);
    }

    private static List<String> found(Kept kept, Table texts, Filter filter) {
        TableQuery query = Selections.of(texts).where(filter).by("id").ofEach("g");
        return kept.load(Kept.request(query, keys(2, 1))).of(1).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    @Test
    default void pattern_thatIsNone_isAnInvalidValue() {
        TableName name = create();
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, List.of());
        Column column = Kept.column(texts, "v");
        for (Operator operator : List.of(Operator.REGEX, Operator.NREGEX, Operator.IREGEX, Operator.NIREGEX)) {
            if (kept.source().operators(column.type()).contains(operator)) {
                TableQuery query = Selections.of(texts)
                        .where(new Filter.Comparison(column, operator, "("))
                        .ofEach("g");
                assertThat(kept.failure(Kept.request(query, keys(1)))).isInstanceOf(InvalidValueException.class);
                assertThat(kept.failure(Kept.request(query, keys(1, 2)))).isInstanceOf(InvalidValueException.class);
            }
        }
    }

    private TableName create() {
        List<Object[]> rows = new ArrayList<>();
        TEXTS.forEach(text -> rows.add(new Object[] {rows.size(), 1, text}));
        rows.add(new Object[] {rows.size(), 1, null});
        return database()
                .create(
                        ContractTable.of(
                                "patterns",
                                ContractColumn.of("id", ColumnKind.INTEGER),
                                ContractColumn.of("g", ColumnKind.INTEGER),
                                ContractColumn.of("v", ColumnKind.TEXT).orNull()),
                        rows);
    }
}
