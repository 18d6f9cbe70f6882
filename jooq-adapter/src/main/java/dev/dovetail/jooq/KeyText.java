package dev.dovetail.jooq;

import java.math.BigDecimal;

/** Keys as text that databases read back as the same value, whatever their settings. */
final class KeyText {

    private KeyText() {}

    static String of(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
