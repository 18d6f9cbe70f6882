package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Operator;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers whose statements have the same text each get their own rows. */
final class SharedTextTest {

    @Test
    void lookups_ofOneShapeAtTheSameTime_giveEachItsOwnRows() {
        TestDatabase database = TestDatabase.with(LookupRequests.DDL);
        JooqTableSource source = JooqTableSource.of(database.dsl());
        LookupRequests requests = new LookupRequests(source);
        database.forget();

        IntStream.range(0, 200).parallel().forEach(i -> {
            long owner = i % 100;
            int id = (int) owner * 10 + i % 7;
            TableRequest request =
                    requests.of(requests.where(requests.comparison("id", Operator.GT, id)), owner, (owner + 50) % 100);

            TableRows rows = source.load(request).toCompletableFuture().join();

            assertThat(rows.of(0))
                    .extracting(row -> row[0])
                    .containsExactlyElementsOf(IntStream.range(id + 1, (int) owner * 10 + 10)
                            .boxed()
                            .toList());
        });

        assertThat(Set.copyOf(database.statements())).hasSize(1);
    }
}
