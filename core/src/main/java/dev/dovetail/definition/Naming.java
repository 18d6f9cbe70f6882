package dev.dovetail.definition;

import java.util.Locale;

/** How columns are named as GraphQL fields, unless a table's definition names a field itself. */
@FunctionalInterface
public interface Naming {

    /** The column's own name. */
    Naming COLUMN_NAME = column -> column;

    /** {@code created_at} becomes {@code createdAt}, for columns and for what Dovetail names itself. */
    Naming CAMEL_CASE = new Naming() {
        @Override
        public String fieldName(String column) {
            return camelCase(column);
        }

        @Override
        public String ownName(String name) {
            return camelCase(name);
        }

        @Override
        public String enumValue(String name) {
            return name.toUpperCase(Locale.ROOT);
        }
    };

    /** The field's name for a column's name; must be a valid GraphQL name. */
    String fieldName(String column);

    /**
     * How Dovetail writes the names that it gives itself to arguments, fields and the ends of types, such as {@code
     * order_by} and {@code Order_bool_exp}; as they are by default.
     */
    default String ownName(String name) {
        return name;
    }

    /** How Dovetail writes the values of its own enumerations, such as {@code desc_nulls_last}; as they are by default. */
    default String enumValue(String name) {
        return name;
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c == '_' && !name.isEmpty()) {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
