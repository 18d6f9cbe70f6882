package dev.dovetail.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintsTest {

    private static final List<String> KNOWN = List.of("users", "orders", "order_items");

    @ParameterizedTest
    @CsvSource({
        "user, users",
        "USERS, users",
        "usres, users",
        "oders, orders",
        "orderItems, order_items",
        "order_itmes, order_items",
        "orderitem, order_items"
    })
    void likelyName_isOffered(String wrong, String meant) {
        assertThat(Hints.of(wrong, KNOWN)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @Test
    void unlikelyName_listsWhatExistsInOrder() {
        assertThat(Hints.of("invoices", KNOWN)).isEqualTo("; there is order_items, orders, users");
    }

    @Test
    void nothingKnown_saysNothing() {
        assertThat(Hints.of("users", List.of())).isEmpty();
    }

    @Test
    void longList_isCut() {
        List<String> many =
                IntStream.range(100, 125).mapToObj(i -> "column" + i).toList();

        assertThat(Hints.of("something_else", many))
                .startsWith("; there is column100, column101")
                .endsWith("column119 and 5 more");
    }
}
