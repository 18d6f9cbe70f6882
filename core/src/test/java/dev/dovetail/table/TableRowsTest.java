package dev.dovetail.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableRowsTest {

    private final TableRows rows = new TableRows(3);

    @Test
    void rows_ofKeysInAnyOrder_areFiledInTheOrderInWhichTheyCame() {
        for (int i = 0; i < 10; i++) {
            rows.add(2, new Object[] {i});
        }
        rows.add(0, new Object[] {"only"});

        assertThat(rows.of(0)).containsExactly(new Object[] {"only"});
        assertThat(rows.of(1)).isEmpty();
        assertThat(rows.of(2)).extracting(row -> row[0]).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aggregates_ofKeysThatHaveSome_areTheirs() {
        assertThat(rows.aggregatesOf(1)).isNull();

        rows.setAggregates(1, new Object[] {7L});

        assertThat(rows.aggregatesOf(1)).containsExactly(7L);
        assertThat(rows.aggregatesOf(2)).isNull();
    }

    @Test
    void failures_areOfSingleKeys() {
        IllegalStateException cause = new IllegalStateException();
        rows.add(1, new Object[] {"kept"});

        rows.fail(1, cause);
        rows.fail(1, cause);

        assertThat(rows.failures()).isEqualTo(1);
        assertThat(rows.failureOf(1)).isSameAs(cause);
        assertThat(rows.failureOf(0)).isNull();
        assertThatThrownBy(() -> rows.fail(3, cause)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
