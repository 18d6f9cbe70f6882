package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of any number of keys, on both sides of the bounds that databases and adapters set, in as few statements. */
interface BatchSizes extends Concern {

    int LARGEST = 10_001;

    int[] SIZES = {1, 2, 3, 499, 500, 501, 999, 1000, 1001, 5000, LARGEST};

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void batch_ofAnySize_findsTheRowsOfEachKey(boolean indexed) {
        ContractTable plain = ContractTable.of(
                "many",
                ContractColumn.of("id", ColumnKind.INTEGER),
                ContractColumn.of("n", ColumnKind.BIGINT),
                ContractColumn.of("s", ColumnKind.TEXT));
        ContractTable table = indexed ? plain.key("id").index(false, "n").index(false, "s", "n") : plain;
        // Without an index, a database may well compare each key with each row.
        int largest = indexed ? LARGEST : 1001;
        List<Object[]> rows = IntStream.rangeClosed(0, largest)
                .filter(i -> i % 3 > 0)
                .mapToObj(i -> new Object[] {i, (long) i, "k" + i})
                .toList();
        TableName name = database().create(table, rows);
        Kept kept = Kept.in(database());
        Table many = kept.table(name, rows);
        Selections all = Selections.of(many);

        Arrays.stream(SIZES).filter(size -> size <= largest).forEach(size -> {
            check(kept, all.ofEach("n"), size, i -> JoinKey.of((long) i));
            check(kept, all.ofEach("s"), size, i -> JoinKey.of("k" + i));
            check(kept, all.upTo(TableQuery.ALL_ROWS, "s", "n"), size, i -> JoinKey.of("k" + i, (long) i));
            if (!database().gaps().contains(Gap.LIMITS)) {
                check(kept, all.by("id").upTo(1, "n"), size, i -> JoinKey.of((long) i));
            }
        });
    }

    /** Keys are asked for from the last to the first. */
    private void check(Kept kept, TableQuery query, int size, IntFunction<JoinKey> key) {
        List<JoinKey> keys =
                IntStream.range(0, size).mapToObj(i -> key.apply(size - i)).toList();
        database().statements();

        TableRows found = kept.load(Kept.request(query, keys));

        assertThat(database().statements())
                .as("statements for %s keys", size)
                .isLessThanOrEqualTo(database().statementsFor(size));
        for (int ordinal = 0; ordinal < size; ordinal++) {
            int id = size - ordinal;
            List<List<Object>> expected = id % 3 > 0 ? List.of(List.of(id, (long) id, "k" + id)) : List.of();
            assertThat(found.of(ordinal).stream().map(Arrays::asList).toList())
                    .as("key %s of %s in %s", ordinal, size, query.keyColumnNames())
                    .isEqualTo(expected);
        }
    }
}
