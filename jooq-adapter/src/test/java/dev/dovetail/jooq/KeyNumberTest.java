package dev.dovetail.jooq;

import static dev.dovetail.jooq.KeyTable.finds;
import static dev.dovetail.jooq.KeyTable.refused;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of numeric columns, and of boolean ones: never rounded, wrapped around or cut off to match something. */
final class KeyNumberTest {

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.with();
    }

    @ParameterizedTest
    @CsvSource({
        "int2, -32768, 32767, 32768, -32769",
        "int4, -2147483648, 2147483647, 2147483648, -2147483649",
        "int8, -9223372036854775808, 9223372036854775807, 9223372036854775808, -9223372036854775809",
    })
    void integer_atItsBounds_isFoundAndBeyondThemRefused(
            String type, String min, String max, String above, String below) {
        KeyTable table = KeyTable.of(database, type, "'" + min + "'", "'" + max + "'");

        table.check(
                finds(min, 1),
                finds(Long.valueOf(min), 1),
                finds(new BigInteger(max), 2),
                finds(new BigDecimal(max), 2),
                finds("0"),
                refused(above),
                refused(new BigInteger(above)),
                refused(new BigDecimal(below)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int2", "int4", "int8"})
    void integer_otherValues_areRefusedAndNotTakenForOnes(String type) {
        KeyTable table = KeyTable.of(database, type, "0", "1", "-1");

        table.check(
                finds(1, 2),
                finds((short) 0, 1),
                finds("-1", 3),
                refused("abc"),
                refused(""),
                refused(" 1"),
                refused("1 "),
                refused("01"),
                refused("+1"),
                refused("1.0"),
                refused("1e0"),
                refused("0x1"),
                refused("\u0661"),
                refused(1.5),
                refused(Double.NaN),
                refused(Float.POSITIVE_INFINITY),
                refused(true),
                refused("1\0"),
                refused(new BigDecimal("1E+2147483647")));
    }

    @Test
    void numeric_ofAnyScale_matchesByValue() {
        KeyTable table = KeyTable.of(database, "numeric", "1", "1.50", "1e30", "'NaN'");

        table.check(
                finds(1, 1),
                finds("1.0", 1),
                finds(new BigDecimal("1.000"), 1),
                finds(1.5, 2),
                finds("15e-1", 2),
                finds("1.5000001"),
                finds(new BigDecimal("1E+30"), 3),
                refused("NaN"),
                refused("Infinity"),
                refused(Double.NaN),
                refused("1,5"),
                refused(new BigDecimal("1E+2147483647")),
                refused(new BigDecimal("1E-2147483647")),
                refused("1e9999"));
    }

    @Test
    void numeric_withScale_doesNotRoundKeys() {
        KeyTable table = KeyTable.of(database, "numeric(10,2)", "1.23", "2");

        table.check(finds("1.23", 1), finds("1.234"), finds("1.225"), finds("1.230", 1), finds(2, 2), finds("1e20"));
    }

    @Test
    void real_outOfRange_isRefusedAndSparesTheBatch() {
        KeyTable table = KeyTable.of(database, "float4", "0.1", "0", "'1.4e-45'", "'3.4028235e38'", "'NaN'");

        table.check(
                finds("0.1", 1),
                finds(0.1, 1),
                finds(0.1f, 1),
                finds(-0.0f, 2),
                finds("-0", 2),
                finds(Float.MIN_VALUE, 3),
                finds(Float.MAX_VALUE, 4),
                refused("1e-60"),
                refused("1e60"),
                refused(1e39),
                refused(Double.MIN_VALUE),
                refused(Float.NaN),
                refused("NaN"),
                refused(Float.NEGATIVE_INFINITY));
    }

    @Test
    void double_outOfRange_isRefusedAndSparesTheBatch() {
        KeyTable table = KeyTable.of(
                database, "float8", "0.1", "0", "'4.9e-324'", "'1.7976931348623157e308'", "'NaN'", "'Infinity'");

        table.check(
                finds("0.1", 1),
                finds(0.1, 1),
                finds(new BigDecimal("0.10"), 1),
                finds(-0.0, 2),
                finds(Double.MIN_VALUE, 3),
                finds(Double.MAX_VALUE, 4),
                refused("1e-400"),
                refused("1e400"),
                refused(new BigDecimal("-1E+400")),
                refused(Double.NaN),
                refused("NaN"),
                refused(Double.POSITIVE_INFINITY),
                refused("Infinity"));
    }

    @Test
    void bool_onlyTrueAndFalse_areTaken() {
        KeyTable table = KeyTable.of(database, "bool", "true", "false", "null");

        table.check(
                finds(true, 1),
                finds("false", 2),
                refused("t"),
                refused("TRUE"),
                refused("yes"),
                refused(1),
                refused("null"));
    }
}
