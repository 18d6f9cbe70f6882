package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, limits and the like apply to the rows of each key on their own. */
interface RowsOfEachKey extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_orderedLimitedAndSkipped_areThoseOfEachKey(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Selections byId = Selections.of(kept.described(shop.orders())).by("id");
        Selections byTotal = Selections.of(kept.described(shop.orders()))
                .by("total", true, NullOrder.LAST)
                .by("id");
        List<JoinKey> users = keys(2, 9, 1);

        Stream.of(byId, byTotal)
                .flatMap(rows -> Stream.of(
                        rows,
                        rows.limit(0),
                        rows.limit(1),
                        rows.limit(3),
                        rows.limit(Integer.MAX_VALUE - 1),
                        rows.skip(1),
                        rows.skip(5),
                        rows.skip(Integer.MAX_VALUE),
                        rows.skip(1).limit(2),
                        rows.skip(Integer.MAX_VALUE).limit(Integer.MAX_VALUE - 1)))
                .flatMap(rows -> Stream.of(rows.ofEach("user_id"), rows.upTo(1, "user_id"), rows.upTo(2, "user_id")))
                .forEach(query -> {
                    kept.check(query, users);
                    kept.check(query, keys(1));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_limitedInNoOrder_areAsManyOfEachKey(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        TableQuery query = Selections.of(kept.described(shop.orders())).upTo(2, "user_id");
        if (database().gaps().contains(Gap.LIMITS)) {
            assertThat(kept.failure(Kept.request(query, keys(1, 2)))).isInstanceOf(Exception.class);
            return;
        }

        TableRows rows = kept.load(Kept.request(query, keys(1, 2, 3)));

        assertThat(List.of(rows.of(0).size(), rows.of(1).size(), rows.of(2).size()))
                .containsExactly(2, 1, 0);
        assertThat(rows.of(0)).allMatch(row -> Integer.valueOf(1).equals(row[1]));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_distinct_areTheFirstOfEachValueAndKey(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Selections all = Selections.of(kept.described(shop.orders()));
        Selections byTotal = all.by("total").by("id").distinctOn("total");
        Selections latest = all.by("total", true, NullOrder.FIRST)
                .by("id", true, NullOrder.DEFAULT)
                .distinctOn("total");
        Selections both = all.by("item").by("total").by("id").distinctOn("total", "item");

        Stream.of(byTotal, latest, both)
                .flatMap(rows -> Stream.of(
                        rows, rows.limit(2), rows.skip(1), rows.skip(1).limit(1)))
                .flatMap(rows -> Stream.of(rows.ofEach("user_id"), rows.upTo(2, "user_id")))
                .forEach(query -> kept.checkTogetherAndAlone(query, keys(2, 1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_thatAreEqual_areAllThere(boolean indexed) {
        ContractTable table = ContractTable.of(
                "twins",
                ContractColumn.of("k", ColumnKind.INTEGER),
                ContractColumn.of("v", ColumnKind.TEXT).orNull());
        List<Object[]> rows = List.of(
                new Object[] {1, "x"},
                new Object[] {1, "x"},
                new Object[] {1, null},
                new Object[] {1, null},
                new Object[] {2, "x"});
        TableName name = database().create(indexed ? table.index(false, "k") : table, rows);
        Kept kept = Kept.in(database());
        Table twins = kept.table(name, rows);

        kept.checkTogetherAndAlone(Selections.of(twins).ofEach("k"), keys(1, 2, 3));
        kept.checkTogetherAndAlone(Selections.of(twins).by("v").ofEach("k"), keys(1, 2));
        kept.checkTogetherAndAlone(Selections.of(twins).by("v").upTo(3, "k"), keys(1, 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void rows_ofColumnsAsAsked_carryNoOthers(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());

        Stream.of(List.<String>of(), List.of("item"), List.of("item", "id"), List.of("total", "item", "user_id", "id"))
                .map(names -> TableQuery.rows(
                        orders,
                        Kept.columns(orders, names.toArray(String[]::new)),
                        Kept.columns(orders, "user_id"),
                        RowSelection.ALL,
                        TableQuery.ALL_ROWS))
                .forEach(query -> kept.checkTogetherAndAlone(query, keys(1, 2, 3)));
    }
}
