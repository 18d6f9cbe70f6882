package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.internal.lookup.MemorySize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The estimate is in proportion to what values hold, and seldom below what they take. */
final class MemorySizeTest {

    @Test
    void row_ofNulls_isItsArray() {
        assertThat(MemorySize.of(new Object[] {null, true})).isEqualTo(24 + 2 * 8);
    }

    @Test
    void scalar_isWhatItHolds() {
        assertThat(size(1)).isEqualTo(24);
        assertThat(size(1.5)).isEqualTo(24);
        assertThat(size(UUID.randomUUID())).isEqualTo(64);
        assertThat(size(LocalDate.EPOCH)).isEqualTo(64);
        assertThat(size("x".repeat(1_000))).isEqualTo(2_064);
        assertThat(size(new BigDecimal("9".repeat(1_000)))).isEqualTo(564);
        assertThat(size(BigInteger.TWO.pow(8_000))).isEqualTo(1_064);
    }

    @Test
    void tree_isAllThatIsInIt() {
        assertThat(size(List.of("x", "y"))).isEqualTo(64 + 2 * (8 + 66));
        assertThat(size(Map.of("k", List.of(1, 2)))).isEqualTo(64 + 48 + 66 + 64 + 2 * (8 + 24));
        assertThat(size(List.of())).isEqualTo(64);
    }

    @Test
    void tree_deeperThanAnyStack_isMeasured() {
        List<Object> tree = List.of();
        for (int i = 0; i < 1_000_000; i++) {
            List<Object> outer = new ArrayList<>();
            outer.add(tree);
            tree = outer;
        }

        assertThat(size(tree)).isEqualTo(64 + 1_000_000L * 72);
    }

    private static long size(Object value) {
        return MemorySize.of(new Object[] {value}) - MemorySize.of(new Object[] {null});
    }
}
