package dev.dovetail.table.contract;

import static dev.dovetail.table.TableRequest.UNLIMITED;
import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.Limits;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.contract.Host.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that would give more rows or bytes than its request allows fails, and gives no part of them. */
interface ReadLimits extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_moreThanAllowed_failTheBatch(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        TableQuery query = Selections.of(kept.described(shop.orders())).by("id").ofEach("user_id");

        for (List<JoinKey> keys : List.of(keys(1, 2, 9), keys(1))) {
            TableRequest request = Kept.request(query, keys);
            long rows = kept.load(request).count();

            assertThat(kept.load(request.within(rows, UNLIMITED)).count()).isEqualTo(rows);
            assertExceeded(kept, request.within(rows - 1, UNLIMITED), Limit.ROWS);
            assertExceeded(kept, request.within(0, UNLIMITED), Limit.ROWS);
        }
        assertThat(kept.load(Kept.request(query, keys(9)).within(0, UNLIMITED)).count())
                .isZero();
    }

    @Test
    default void bytes_moreThanAllowed_failTheBatch() {
        List<Object[]> rows = IntStream.range(0, 100)
                .mapToObj(i -> new Object[] {i, i % 2, "x".repeat(10_000)})
                .toList();
        TableName name = database()
                .create(
                        ContractTable.of(
                                "wide",
                                ContractColumn.of("id", ColumnKind.INTEGER),
                                ContractColumn.of("g", ColumnKind.INTEGER),
                                ContractColumn.of("text", ColumnKind.TEXT)),
                        rows);
        Kept kept = Kept.in(database());
        Table wide = kept.table(name, rows);
        TableRequest request = Kept.request(Selections.of(wide).by("id").ofEach("g"), keys(0, 1));

        assertThat(kept.load(request.within(100, 100_000_000)).count()).isEqualTo(100);
        assertExceeded(kept, request.within(UNLIMITED, 100_000), Limit.BYTES);
        assertExceeded(kept, request.within(UNLIMITED, 1), Limit.BYTES);
        assertThat(kept.load(request).count()).isEqualTo(100);
    }

    private static void assertExceeded(Kept kept, TableRequest request, Limit limit) {
        assertThat(kept.failure(request))
                .isInstanceOfSatisfying(
                        LimitExceededException.class,
                        exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
    }

    @Test
    default void relationship_withMoreRowsThanTheHostAllows_failsItsFieldAlone() {
        Shop shop = Shop.in(database(), true);
        Host host = Host.of(database(), "type Output { key: Int }")
                .table(shop.orders(), "Order")
                .join(array("orders", "Output", "key", shop.orders(), "user_id")
                        .orderBy("id")
                        .build())
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRelationship(3).build()));

        Outcome outcome = host.answering(Host.keys(1))
                .select("{ all: orders { id } some: orders(where: {total: {_eq: 20}}) { id } }");

        assertThat(outcome.data()).isEqualTo("[{all=null, some=[{id=2}, {id=3}]}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, all] row-limit-exceeded");
    }
}
