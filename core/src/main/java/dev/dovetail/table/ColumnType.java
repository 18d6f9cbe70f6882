package dev.dovetail.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column.
 *
 * @param kind what Dovetail makes of it
 * @param databaseType the type's name in SQL, ready to stand in a cast: without length or precision, and without the
 *     domain around it, because a cast to {@code varchar(3)} cuts keys off and lets them match wrongly
 * @param labels the labels of an enumeration, else empty
 * @param element the element's type of an {@link ColumnKind#ARRAY}, else null
 */
public record ColumnType(
        ColumnKind kind,
        String databaseType,
        List<String> labels,
        @Nullable ColumnType element) {

    public ColumnType {
        labels = List.copyOf(labels);
    }

    /** A scalar type. */
    public static ColumnType of(ColumnKind kind, String databaseType) {
        return new ColumnType(kind, databaseType, List.of(), null);
    }

    /** An enumeration with these labels. */
    public static ColumnType enumeration(String databaseType, List<String> labels) {
        return new ColumnType(ColumnKind.ENUM, databaseType, labels, null);
    }

    /** An array of this element type. */
    public static ColumnType arrayOf(ColumnType element) {
        return new ColumnType(ColumnKind.ARRAY, element.databaseType() + "[]", List.of(), element);
    }
}
