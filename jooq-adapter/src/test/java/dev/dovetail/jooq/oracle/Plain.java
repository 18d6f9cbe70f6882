package dev.dovetail.jooq.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values comparable: numbers of all classes are one, and floating ones are rounded. */
public final class Plain {

    private static final MathContext NINE_DIGITS = new MathContext(9);

    private Plain() {}

    /** The value with all values in it. */
    public static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((key, element) -> plain.put(key, of(element)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(element -> plain.add(of(element)));
            return plain;
        }
        return value instanceof Number number ? number(number) : value;
    }

    private static BigDecimal number(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        BigDecimal rounded = number instanceof Double ? exact.round(NINE_DIGITS) : exact;
        return rounded.stripTrailingZeros();
    }
}
