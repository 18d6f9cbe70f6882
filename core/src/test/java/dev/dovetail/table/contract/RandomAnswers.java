package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.Link;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.contract.loops.LoopAnswer;
import dev.dovetail.table.contract.loops.RandomQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random queries of random data give what loops over the same data give. */
interface RandomAnswers extends Concern {

    int QUERIES = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    default void query_random_isAnsweredAsByLoops(long seed) {
        Random random = new Random(seed);
        boolean indexed = seed % 2 == 0;
        ContractTable things = things(indexed);
        ContractTable makers = makers(indexed);
        // Rows are made for tables as the source describes them.
        TableName thingsName = database().create(things, List.of());
        TableName makersName = database().create(makers, List.of());
        Kept kept = Kept.in(database());
        Table thing = kept.table(thingsName, List.of());
        Table maker = kept.table(makersName, List.of());
        List<Link> links = List.of(
                Shop.link(thing, "makers", maker, "id"),
                Shop.link(thing, "k", maker, "size"),
                Shop.link(maker, "things", thing, "k"));
        RandomQueries queries = new RandomQueries(random, kept.lists(), links, kept.source()::operators);
        fill(kept, things, queries.rows(thing, 50 + random.nextInt(50)));
        fill(kept, makers, queries.rows(maker, 1 + random.nextInt(8)));

        long found = 0;
        for (int i = 0; i < QUERIES; i++) {
            TableQuery query = queries.query(thing);
            List<JoinKey> keys = queries.keys(query);
            kept.check("seed " + seed + ", query " + i, query, keys);
            found += limited(kept, query, keys);
        }
        assertThat(found).as("rows of all answers").isGreaterThan(QUERIES);
    }

    /** The number of rows; one fewer is too small a limit. */
    private long limited(Kept kept, TableQuery query, List<JoinKey> keys) {
        long rows = LoopAnswer.of(kept.lists(), query, keys).stream()
                .mapToInt(answer -> answer.rows().size())
                .sum();
        boolean refused = Needs.of(query).stream().anyMatch(database().gaps()::contains);
        if (rows > 0 && rows % 3 == 0 && !refused) {
            TableRequest request = Kept.request(query, keys);
            assertThat(kept.failure(request.within(rows - 1, TableRequest.UNLIMITED)))
                    .isInstanceOf(LimitExceededException.class);
            assertThat(kept.load(request.within(rows, 1_000_000)).count()).isEqualTo(rows);
        }
        return rows;
    }

    private void fill(Kept kept, ContractTable table, List<Object[]> rows) {
        kept.table(database().create(table, rows), rows);
    }

    private ContractTable things(boolean indexed) {
        List<ContractColumn> columns = new ArrayList<>(List.of(
                ContractColumn.of("id", ColumnKind.INTEGER),
                ContractColumn.of("k", ColumnKind.INTEGER).orNull(),
                ContractColumn.of("region", ColumnKind.TEXT).orNull(),
                ContractColumn.of("n", ColumnKind.INTEGER).orNull(),
                ContractColumn.of("price", ColumnKind.DECIMAL).orNull(),
                ContractColumn.of("ok", ColumnKind.BOOLEAN).orNull(),
                ContractColumn.of("label", ColumnKind.TEXT),
                ContractColumn.of("day", ColumnKind.DATE).orNull(),
                ContractColumn.of("makers", ColumnKind.INTEGER).orNull()));
        columns.removeIf(column -> !database().has(column));
        ContractTable table = new ContractTable("things", columns, List.of(), List.of());
        return indexed ? table.key("id").index(false, "k").index(false, "region", "k") : table;
    }

    private static ContractTable makers(boolean indexed) {
        ContractTable table = ContractTable.of(
                "makers",
                ContractColumn.of("id", ColumnKind.INTEGER),
                ContractColumn.of("size", ColumnKind.INTEGER).orNull(),
                ContractColumn.of("name", ColumnKind.TEXT).orNull(),
                ContractColumn.of("things", ColumnKind.INTEGER).orNull());
        return indexed ? table.key("id").index(false, "things") : table;
    }
}
