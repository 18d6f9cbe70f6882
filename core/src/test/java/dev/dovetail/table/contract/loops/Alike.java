package dev.dovetail.table.contract.loops;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands for all values that a column finds equal. Columns say which they find equal by the name of their type: it
 * is one of these names only where the loops themselves are the database.
 */
public final class Alike {

    /** A type of text without letter case. */
    public static final String CASE_INSENSITIVE = "loops.case_insensitive";

    /** A type of text without accents. */
    public static final String ACCENT_INSENSITIVE = "loops.accent_insensitive";

    /** A type of text whose last spaces do not matter. */
    public static final String PADDED = "loops.padded";

    private Alike() {}

    static List<Object> of(List<Column> columns, List<Object> values) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(of(columns.get(i).type(), values.get(i)));
        }
        return all;
    }

    static int compare(ColumnType type, Object one, Object other) {
        @SuppressWarnings("unchecked") // both are of one column
        Comparable<Object> first = (Comparable<Object>) of(type, one);
        return first.compareTo(of(type, other));
    }

    static Object of(ColumnType type, Object value) {
        if (value instanceof String text) {
            return text(type, text);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Float number) {
            return number == 0 ? 0f : number;
        }
        return value instanceof Double number && number == 0 ? Double.valueOf(0) : value;
    }

    private static String text(ColumnType type, String text) {
        return switch (type.databaseType()) {
            case CASE_INSENSITIVE -> text.toLowerCase(Locale.ROOT);
            case ACCENT_INSENSITIVE ->
                Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            case PADDED -> text.stripTrailing();
            default -> text;
        };
    }
}
