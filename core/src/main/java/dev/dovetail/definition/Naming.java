package dev.dovetail.definition;

/** How columns are named as GraphQL fields, unless a table's definition names a field itself. */
@FunctionalInterface
public interface Naming {

    /** The column's own name. */
    Naming COLUMN_NAME = column -> column;

    /** {@code created_at} becomes {@code createdAt}. */
    Naming CAMEL_CASE = Naming::camelCase;

    /** The field's name for a column's name; must be a valid GraphQL name. */
    String fieldName(String column);

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
