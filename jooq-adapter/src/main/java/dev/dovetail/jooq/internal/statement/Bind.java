package dev.dovetail.jooq.internal.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A parameter of a statement.
 *
 * @param value the value, or the {@link Slot} that it is in
 */
public record Bind(Object value, BindType type) {

    /** With the value of a batch. */
    Bind of(Inputs inputs) {
        return value instanceof Slot slot ? new Bind(slot.of(inputs), type) : this;
    }

    void set(PreparedStatement statement, int index) throws SQLException {
        type.set(statement, index, value);
    }

    /** As jOOQ writes it where it has values in the text: for its log. */
    @Override
    public String toString() {
        return type.text(value);
    }
}
