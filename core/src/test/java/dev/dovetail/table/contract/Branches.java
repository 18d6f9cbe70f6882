package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Kept.keys;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.contract.loops.LoopAnswer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source may leave out what will be asked of its rows; what it does not leave out is filed under their numbers. */
interface Branches extends Concern {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void branch_thatIsAnswered_isFiledUnderItsRow(boolean indexed) {
        Shop shop = Shop.in(database(), indexed);
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        TableQuery query = Selections.of(orders).by("id").ofEach("user_id");
        TableQuery parts =
                Selections.of(kept.described(shop.parts())).by("weight").ofEach("order_id");
        TableQuery users = Selections.of(kept.described(shop.users())).ofEach("id");
        List<TableBranch> branches = List.of(
                new TableBranch(Kept.columns(orders, "id"), parts, List.of()),
                new TableBranch(Kept.columns(orders, "total"), users, List.of()));

        for (List<JoinKey> keys : List.of(keys(2, 9, 1), keys(1))) {
            TableRequest request = Kept.request(query, keys).with(branches);
            TableRows rows = kept.load(request);
            for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
                LoopAnswer expected = LoopAnswer.of(kept.lists(), query, keys.get(ordinal));
                Answers.compare("with branches", query, rows, ordinal, expected);
            }
            compare(kept, rows, keys.size(), 0, parts, orders.position("id"));
            compare(kept, rows, keys.size(), 1, users, orders.position("total"));
        }
    }

    private static void compare(Kept kept, TableRows rows, int keys, int branch, TableQuery query, int from) {
        TableRows answered = rows.branch(branch);
        int number = 0;
        for (int ordinal = 0; ordinal < keys && answered != null; ordinal++) {
            for (Object[] row : rows.of(ordinal)) {
                LoopAnswer expected = row[from] == null
                        ? new LoopAnswer(List.of(), List.of())
                        : LoopAnswer.of(kept.lists(), query, JoinKey.of(row[from]));
                Answers.compare("branch " + branch + " of row " + number, query, answered, number++, expected);
            }
        }
    }
}
