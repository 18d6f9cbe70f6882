package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.contract.loops.LoopAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A source serves many threads at once. */
interface Threads extends Concern {

    @Test
    default void loads_ofManyThreads_areNotMixedUp() throws Exception {
        Shop shop = Shop.in(database(), true);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Selections rows = i % 2 == 0
                        ? Selections.of(orders).by("id")
                        : Selections.of(orders).by("total").by("id");
                List<JoinKey> keys = IntStream.rangeClosed(1, 1 + i % 3)
                        .mapToObj(JoinKey::of)
                        .toList();
                loads.add(threads.submit(() -> check(kept, rows.ofEach("user_id"), keys)));
            }
            for (Future<?> load : loads) {
                load.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void check(Kept kept, TableQuery query, List<JoinKey> keys) {
        TableRows found = kept.load(Kept.request(query, keys));
        assertThat(found.keys()).isEqualTo(keys.size());
        for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
            Answers.compare(
                    "on a thread", query, found, ordinal, LoopAnswer.of(kept.lists(), query, keys.get(ordinal)));
        }
    }
}
