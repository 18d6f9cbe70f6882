package dev.dovetail.internal.configuration;

import dev.dovetail.internal.schema.TypeKind;
import dev.dovetail.table.ColumnKind;

/** Which fields can hold keys of which columns. Values are still checked one by one at run time. */
final class KeyCompatibility {

    private KeyCompatibility() {}

    /** Whether a value of the field's type can be one of the column's; scalars of the host's own may be anything. */
    static boolean fits(String typeName, TypeKind typeKind, ColumnKind column) {
        if (typeKind == TypeKind.ENUM) {
            return column == ColumnKind.ENUM || column == ColumnKind.TEXT;
        }
        return switch (typeName) {
            case "Boolean" -> column == ColumnKind.BOOLEAN;
            case "Int", "Long", "BigInteger" -> isInteger(column) || isFraction(column);
            case "Float", "BigDecimal" -> isFraction(column);
            case "ID" -> column != ColumnKind.BOOLEAN;
            case "UUID" -> column == ColumnKind.UUID || column == ColumnKind.TEXT;
            case "Date" -> column == ColumnKind.DATE;
            case "DateTime" -> column == ColumnKind.TIMESTAMP_WITH_ZONE;
            case "LocalTime" -> column == ColumnKind.TIME;
            case "JSON" -> false;
            default -> true;
        };
    }

    private static boolean isInteger(ColumnKind column) {
        return column == ColumnKind.SMALLINT || column == ColumnKind.INTEGER || column == ColumnKind.BIGINT;
    }

    private static boolean isFraction(ColumnKind column) {
        return column == ColumnKind.DECIMAL || column == ColumnKind.REAL || column == ColumnKind.DOUBLE;
    }
}
