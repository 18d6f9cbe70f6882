package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No row, one row and several rows for a key; with and without an index, since the statements differ, and for a single
 * key, whose statement differs again.
 */
final class MatchSemanticsTest {

    private static final String INDEX = "create index on prices (sku)";
    private static final String NO_INDEX = "select 1";

    private TestDatabase database;

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NO_INDEX})
    void object_severalRows_isAmbiguousForThatParentOnly(String index) {
        Outcome outcome = unordered(index).answering(keys(1, 2, 3, 2)).select("{ price { amount } }");

        assertThat(outcome.data()).isEqualTo("[{price={amount=10}}, {price=null}, {price=null}, {price=null}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 1, price] relationship-ambiguous", "[outputs, 3, price] relationship-ambiguous");
        assertThat(outcome.statements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NO_INDEX})
    void object_severalRowsOfTheOnlyKey_isAmbiguous(String index) {
        Outcome outcome = unordered(index).answering(keys(2)).select("{ price { amount } }");

        assertThat(outcome.data()).isEqualTo("[{price=null}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, price] relationship-ambiguous");
        assertThat(outcome.statements()).singleElement().asString().contains("fetch next 2 rows only");
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NO_INDEX})
    void object_severalRowsWithOrder_isTheFirst(String index) {
        Outputs outputs = ordered(index);

        Outcome many = outputs.answering(keys(2, 1, 3)).select("{ latest { amount } cheapest { amount } }");
        assertThat(many.data())
                .isEqualTo("[{latest={amount=22}, cheapest={amount=20}},"
                        + " {latest={amount=10}, cheapest={amount=10}}, {latest=null, cheapest=null}]");
        assertThat(many.codes()).isEmpty();
        assertThat(many.statements()).hasSize(2);

        Outcome one = outputs.answering(keys(2)).select("{ latest { amount } cheapest { amount } }");
        assertThat(one.data()).isEqualTo("[{latest={amount=22}, cheapest={amount=20}}]");
        assertThat(one.codes()).isEmpty();
        assertThat(one.statements()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NO_INDEX})
    void object_severalRowsWithOrder_neverReadsMoreThanOneRowOfAKey(String index) {
        Outcome outcome = ordered(index).answering(keys(2, 1)).select("{ latest { amount } }");

        assertThat(outcome.statements())
                .singleElement()
                .asString()
                .contains(index.equals(INDEX) ? "lateral" : "row_number()");
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NO_INDEX})
    void array_anyNumberOfRows_holdsThemInOrder(String index) {
        create(index);
        Outputs outputs = outputs()
                .join(ArrayRelationship.named("prices")
                        .on("Output")
                        .references("public", "prices")
                        .from("key")
                        .to("sku")
                        .orderByDescending("since")
                        .orderBy("amount")
                        .build());

        Outcome many = outputs.answering(keys(2, 3, 1)).select("{ prices { amount } }");
        assertThat(many.data())
                .isEqualTo("[{prices=[{amount=22}, {amount=20}, {amount=21}]}, {prices=[]}, {prices=[{amount=10}]}]");
        assertThat(many.codes()).isEmpty();
        assertThat(many.statements()).hasSize(1);

        Outcome one = outputs.answering(keys(2)).select("{ prices { amount } }");
        assertThat(one.data()).isEqualTo("[{prices=[{amount=22}, {amount=20}, {amount=21}]}]");
        assertThat(one.statements()).hasSize(1);
    }

    @Test
    void noRowAtAll_singleKey_isNullAndEmpty() {
        Outputs outputs = unordered(INDEX)
                .join(ArrayRelationship.named("prices")
                        .on("Output")
                        .references("public", "prices")
                        .from("key")
                        .to("sku")
                        .build());

        Outcome outcome = outputs.answering(keys(99)).select("{ price { amount } prices { amount } }");

        assertThat(outcome.data()).isEqualTo("[{price=null, prices=[]}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(2);
    }

    /** The statements number keys and rank rows; a table may have columns of the same names. */
    @ParameterizedTest
    @ValueSource(strings = {"create index on odd (k0)", NO_INDEX})
    void object_columnsNamedLikePartsOfTheStatement_areRead(String index) {
        database = TestDatabase.with(
                "create table odd (k0 int, ord int, rank int, bool int, t int, k int)",
                "insert into odd values (1, 5, 6, 7, 8, 9), (1, 4, 3, 2, 1, 0)",
                index);
        Outputs outputs = Outputs.of(database, "key: Int")
                .table("odd", "Odd")
                .join(ObjectRelationship.named("odd")
                        .on("Output")
                        .references("public", "odd")
                        .from("key")
                        .to("k0")
                        .orderBy("rank")
                        .build());

        Outcome outcome = outputs.answering(keys(1, 2)).select("{ odd { ord rank bool t k k0 } }");

        assertThat(outcome.data()).isEqualTo("[{odd={ord=4, rank=3, bool=2, t=1, k=0, k0=1}}, {odd=null}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    private Outputs unordered(String index) {
        create(index);
        return outputs()
                .join(ObjectRelationship.named("price")
                        .on("Output")
                        .references("public", "prices")
                        .from("key")
                        .to("sku")
                        .build());
    }

    private Outputs ordered(String index) {
        create(index);
        return outputs()
                .join(
                        ObjectRelationship.named("latest")
                                .on("Output")
                                .references("public", "prices")
                                .from("key")
                                .to("sku")
                                .orderByDescending("since")
                                .build(),
                        ObjectRelationship.named("cheapest")
                                .on("Output")
                                .references("public", "prices")
                                .from("key")
                                .to("sku")
                                .orderBy("amount")
                                .build());
    }

    private Outputs outputs() {
        return Outputs.of(database, "key: Int").table("prices", "Price");
    }

    private void create(String index) {
        database = TestDatabase.with(
                "create table prices (sku int, amount int, since date)",
                "insert into prices values (1, 10, '2020-01-01'), (2, 21, '2020-01-01'), (2, 20, '2020-01-01'),"
                        + " (2, 22, '2021-01-01'), (null, 0, '2022-01-01')",
                index);
    }
}
