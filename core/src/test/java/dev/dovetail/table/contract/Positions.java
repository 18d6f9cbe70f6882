package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;

import dev.dovetail.table.Column;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows know where they stand in their order, and are read from any place in it on, among ties and nulls too. */
interface Positions extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void position_ofEachRow_dividesTheRowsOfItsKey(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        Selections all = Selections.of(orders);

        Stream.of(
                        all.by("id"),
                        all.by("id", true, NullOrder.DEFAULT),
                        all.by("total").by("id"),
                        all.by("total", false, NullOrder.FIRST).by("id"),
                        all.by("total", true, NullOrder.DEFAULT).by("id", true, NullOrder.DEFAULT),
                        all.by("total", true, NullOrder.LAST).by("id"),
                        all.by("item", true, NullOrder.LAST).by("total").by("id", true, NullOrder.DEFAULT))
                .forEach(rows -> divide(kept, rows));
    }

    private static void divide(Kept kept, Selections rows) {
        kept.checkTogetherAndAlone(positions(rows), keys(1, 2));
        List<Position> places = places(kept, rows);
        for (Position place : places) {
            kept.check(positions(rows.between(place, null)), keys(1, 2));
            kept.check(positions(rows.between(null, place)), keys(1));
            kept.check(positions(rows.between(place, null).limit(2)), keys(1));
        }
        kept.check(positions(rows.between(places.get(1), places.get(3))), keys(1, 2));
        kept.check(positions(rows.between(places.get(3), places.get(1))), keys(1, 2));
        kept.check(positions(rows.between(places.get(0), places.get(4)).skip(1).limit(1)), keys(1));
    }

    private static TableQuery positions(Selections rows) {
        TableQuery query = rows.ofEach("user_id");
        return new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                query.rows(),
                query.rowsPerKey(),
                true,
                query.aggregates());
    }

    /** Where the orders of the first user stand, in the order of the lists. */
    private static List<Position> places(Kept kept, Selections rows) {
        List<Position> places = new ArrayList<>();
        for (Object[] row : kept.lists().rows(rows.table())) {
            List<Object> values = new ArrayList<>();
            for (RowOrder order : rows.rows().order()) {
                Column column = ((OrderTerm.Of) order.term()).column();
                values.add(row[rows.table().position(column.name())]);
            }
            places.add(new Position(values));
        }
        return places.subList(0, 5);
    }
}
