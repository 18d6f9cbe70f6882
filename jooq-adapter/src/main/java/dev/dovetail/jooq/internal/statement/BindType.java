package dev.dovetail.jooq.internal.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** How values become parameters of a statement. */
@FunctionalInterface
public interface BindType {

    /**
     * The text that the database reads as the value.
     *
     * @throws dev.dovetail.table.InvalidValueException if it has none
     */
    String text(Object value);

    /** Sets the value as a parameter: its text, if nothing else is said. */
    default void set(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setString(index, text(value));
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
