package dev.dovetail.jooq;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.UnaryOperator;

/** How values become parameters of a statement. */
@FunctionalInterface
interface BindType {

    /**
     * The text that the database reads as the value.
     *
     * @throws dev.dovetail.table.InvalidValueException if it has none
     */
    String text(Object value);

    /**
     * Sets the value as a parameter: by default its text, whose type is left to the server, which takes that of the cast.
     * Declared as text, the parameter of a type whose reading depends on settings (times) would be read again for each
     * row that it is compared with.
     */
    default void set(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setObject(index, text(value), Types.OTHER);
    }

    /** For values that are changed first. */
    default BindType after(UnaryOperator<Object> change) {
        BindType changed = this;
        return new BindType() {
            @Override
            public String text(Object value) {
                return changed.text(change.apply(value));
            }

            @Override
            public void set(PreparedStatement statement, int index, Object value) throws SQLException {
                changed.set(statement, index, change.apply(value));
            }
        };
    }
}
