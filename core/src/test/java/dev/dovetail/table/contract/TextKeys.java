package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of text are compared in full, as the column compares, and are never read as SQL or as anything else. */
interface TextKeys extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void text_hostile_findsItselfAlone(boolean indexed) {
        List<Object[]> rows = new ArrayList<>();
        for (String text : Hostile.TEXTS) {
            rows.add(new Object[] {rows.size(), text, 1});
        }
        TableName name = create(Flavour.PLAIN, indexed, rows);
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, rows);
        List<Object> keys = new ArrayList<>(Hostile.TEXTS);
        keys.addAll(List.of("no such text", "a\\", "tex_", "%"));

        kept.checkTogetherAndAlone(Selections.of(texts).ofEach("k"), keys(keys.toArray()));
    }

    @Test
    default void text_ofManyBytes_isNotCut() {
        String text = "\ud83d\ude00\u00e9x".repeat(60);
        List<Object[]> rows = List.of(new Object[] {1, text, 1}, new Object[] {2, text + "x", 1});
        TableName name = create(Flavour.PLAIN, true, rows);
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, rows);

        kept.checkTogetherAndAlone(
                Selections.of(texts).ofEach("k"), keys(text, text + "x", text + "xx", text.substring(4)));
    }

    @Test
    default void text_veryLong_isComparedInFull() {
        String text = "x".repeat(200_000);
        List<Object[]> rows = List.of(new Object[] {1, text, 1}, new Object[] {2, text + "y", 1});
        TableName name = create(Flavour.PLAIN, false, rows);
        Kept kept = Kept.in(database());
        Table texts = kept.table(name, rows);

        kept.checkTogetherAndAlone(Selections.of(texts).ofEach("k"), keys(text, text + "y", text + "z", "x"));
    }

    /** The rows of a key are those that the column finds equal, and two keys may have the same rows. */
    @ParameterizedTest
    @CsvSource({
        "CASE_INSENSITIVE,   'Hodor|hodor|Bran', 'HODOR|hodor|hodo|hodor1|BRAN', '0 1|0 1|||2'",
        "ACCENT_INSENSITIVE, 'Arya|\u00c1ry\u00e0|Bran', 'Arya|\u00c1rya|Ary|Br\u00e1n',  '0 1|0 1||2'",
        "PADDED,             'abc|abc  |ab',     'abc|abc |abc    |ab|ab |a| abc', '0 1|0 1|0 1|2|2||'",
    })
    default void text_ofEachFlavour_matchesAsTheColumnDoes(Flavour flavour, String texts, String keys, String found) {
        String[] stored = texts.split("\\|");
        if (!database().has(ContractColumn.of("k", ColumnKind.TEXT).flavoured(flavour))) {
            Absent.flavour(database(), table(flavour), stored[0], stored[1]);
            return;
        }
        for (boolean indexed : new boolean[] {true, false}) {
            List<Object[]> rows = new ArrayList<>();
            Arrays.stream(stored).forEach(text -> rows.add(new Object[] {rows.size(), text, 1}));
            TableName name = create(flavour, indexed, rows);
            Kept kept = Kept.in(database());
            Table table = kept.table(name, rows);
            List<JoinKey> all = keys((Object[]) keys.split("\\|"));
            List<String> expected = List.of(found.split("\\|", -1));

            Selections selected = Selections.of(table);
            assertThat(ids(kept, selected.ofEach("k"), all)).as("together").isEqualTo(expected);
            for (int i = 0; i < all.size(); i++) {
                JoinKey key = all.get(i);
                Filter equal = new Filter.Comparison(Kept.column(table, "k"), Operator.EQ, key.value(0));
                assertThat(ids(kept, selected.ofEach("k"), List.of(key)))
                        .as("%s alone", key.values())
                        .containsExactly(expected.get(i));
                assertThat(ids(kept, selected.where(equal).ofEach("g"), keys(1)))
                        .as("%s as a filter", key.values())
                        .containsExactly(expected.get(i));
            }
        }
    }

    private static List<String> ids(Kept kept, TableQuery query, List<JoinKey> keys) {
        TableRows rows = kept.load(Kept.request(query, keys));
        return IntStream.range(0, keys.size())
                .mapToObj(key -> String.join(
                        " ",
                        rows.of(key).stream()
                                .map(row -> String.valueOf(row[0]))
                                .sorted()
                                .toList()))
                .toList();
    }

    private TableName create(Flavour flavour, boolean indexed, List<Object[]> rows) {
        return database().create(indexed ? table(flavour).index(false, "k") : table(flavour), rows);
    }

    private static ContractTable table(Flavour flavour) {
        return ContractTable.of(
                "texts",
                ContractColumn.of("id", ColumnKind.INTEGER),
                ContractColumn.of("k", ColumnKind.TEXT).flavoured(flavour),
                ContractColumn.of("g", ColumnKind.INTEGER));
    }
}
