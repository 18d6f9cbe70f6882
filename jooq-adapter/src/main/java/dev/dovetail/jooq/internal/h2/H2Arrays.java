package dev.dovetail.jooq.internal.h2;

import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.jooq.internal.statement.BindType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lists of values as H2's arrays.
 *
 * @param element what becomes of each value
 */
record H2Arrays(UnaryOperator<Object> element) implements BindType {

    static final BindType OF_OBJECTS = new H2Arrays(value -> value);
    static final BindType OF_BYTES = new H2Arrays(ObjectBind::bytes);

    @Override
    public String text(Object values) {
        return values.toString();
    }

    @Override
    public void set(PreparedStatement statement, int index, Object values) throws SQLException {
        statement.setObject(index, ((List<?>) values).stream().map(element).toArray());
    }
}
