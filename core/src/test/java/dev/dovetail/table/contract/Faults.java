package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static dev.dovetail.table.contract.Host.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.NullOrder;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.Host.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes behind a source's back fails what asks for it, with a code of its own, and nothing else. */
interface Faults extends Concern {

    @Test
    default void table_thatIsGone_failsItsOwnFieldsAlone() {
        changed((database, shop) -> database.drop(shop.users()), "[{user=null, orders=[{id=6}]}]");
    }

    @Test
    default void column_thatIsGone_failsWhatReadsIt() {
        changed((database, shop) -> database.dropColumn(shop.users(), "name"), "[{user=null, orders=[{id=6}]}]");
    }

    @Test
    default void column_thatWasRenamed_failsWhatReadsIt() {
        changed(
                (database, shop) -> database.renameColumn(shop.users(), "name", "full_name"),
                "[{user=null, orders=[{id=6}]}]");
    }

    @Test
    default void keyColumn_thatWasRenamed_failsWhatIsJoinedByIt() {
        changed(
                (database, shop) -> database.renameColumn(shop.users(), "id", "number"),
                "[{user=null, orders=[{id=6}]}]");
    }

    private void changed(BiConsumer<ContractDatabase, Shop> change, String data) {
        Shop shop = Shop.toBeChanged(database());
        Host host = host(shop).answering(keys(2));
        host.select("{ user { name } orders { id } }").is("[{user={name=Bob}, orders=[{id=6}]}]", 2);
        change.accept(database(), shop);

        Outcome outcome = host.select("{ user { name } orders { id } }");

        assertThat(outcome.data()).isEqualTo(data);
        assertThat(outcome.codes()).containsExactly("[outputs, 0, user] table-changed");
        Shop.toBeChanged(database());
        host.select("{ user { name } orders { id } }").is("[{user={name=Bob}, orders=[{id=6}]}]", 2);
    }

    @Test
    default void column_thatNobodyAsksFor_mayChange() {
        Shop shop = Shop.toBeChanged(database());
        Host host = host(shop).answering(keys(2));
        host.select("{ orders { id } }").is("[{orders=[{id=6}]}]", 1);

        database().dropColumn(shop.orders(), "item");

        host.select("{ orders { id total } }").is("[{orders=[{id=6, total=20}]}]", 1);
        assertThat(host.select("{ orders { item } }").codes()).containsExactly("[outputs, 0, orders] table-changed");
    }

    @Test
    default void column_thatIsFilteredOrOrderedBy_isNeeded() {
        Shop shop = Shop.toBeChanged(database());
        Kept kept = shop.kept();
        Table orders = kept.described(shop.orders());
        database().dropColumn(shop.orders(), "total");

        for (TableQuery query : List.of(
                ids(Selections.of(orders).by("total", true, NullOrder.LAST).by("id")),
                ids(Selections.of(orders).where(Filters.compare(orders, "total", Operator.EQ, 20))))) {
            assertThat(kept.failure(Kept.request(query, Kept.keys(1, 2)))).isInstanceOf(TableChangedException.class);
            assertThat(kept.failure(Kept.request(query, Kept.keys(1)))).isInstanceOf(TableChangedException.class);
        }
    }

    /** Whether a load throws or completes with an exception, clients are told no more than that it failed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void load_thatFails_failsItsFieldsAlone(boolean thrown) {
        Shop shop = Shop.in(database(), true);
        TableSource right = database().source();
        TableSource failing = new WrongSource(
                right,
                request -> request.query().table().name().equals(shop.users()) ? fail(thrown) : right.load(request));

        Outcome outcome = host(failing, shop)
                .answering(keys(2, null, 1))
                .select("{ user { name } orders(where: {total: {_eq: 20}}) { id } }");

        assertThat(outcome.data())
                .isEqualTo("[{user=null, orders=[{id=6}]}, {user=null, orders=[]},"
                        + " {user=null, orders=[{id=2}, {id=3}]}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, user] table-lookup-failed", "[outputs, 2, user] table-lookup-failed");
        assertThat(outcome.result().toSpecification().toString()).doesNotContain("s3cret");
    }

    private static CompletionStage<TableRows> fail(boolean thrown) {
        IllegalStateException failure = new IllegalStateException("s3cret");
        if (thrown) {
            throw failure;
        }
        return CompletableFuture.failedFuture(failure);
    }

    private static TableQuery ids(Selections rows) {
        return TableQuery.rows(
                rows.table(),
                Kept.columns(rows.table(), "id"),
                Kept.columns(rows.table(), "user_id"),
                rows.rows(),
                TableQuery.ALL_ROWS);
    }

    private Host host(Shop shop) {
        return host(database().source(), shop);
    }

    private Host host(TableSource source, Shop shop) {
        return Host.of(database(), source, "type Output { key: Int }")
                .table(shop.users(), "User")
                .table(shop.orders(), "Order")
                .join(
                        object("user", "Output", "key", shop.users(), "id").build(),
                        array("orders", "Output", "key", shop.orders(), "user_id")
                                .orderBy("id")
                                .build());
    }
}
