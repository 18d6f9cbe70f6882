package dev.dovetail.jooq.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values comparable: exact numbers of all classes are one, and floating ones need not be equal to the last digit. */
public final class Plain {

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

    private static Object number(Number number) {
        return number instanceof Double about
                ? new About(about)
                : new BigDecimal(number.toString()).stripTrailingZeros();
    }

    /** A number that is equal to all near it. */
    private record About(double value) {

        private static final double SHARE = 1e-9;

        @Override
        public boolean equals(Object other) {
            return other instanceof About that && Math.abs(value - that.value) <= SHARE * Math.abs(value);
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }
}
