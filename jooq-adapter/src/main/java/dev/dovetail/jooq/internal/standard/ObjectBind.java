package dev.dovetail.jooq.internal.standard;

import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.InvalidValueException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;

/** Values as the Java objects that drivers know since JDBC 4.2; bytes come as Base64. */
public final class ObjectBind implements BindType {

    /** Values of all kinds but binary. */
    public static final BindType OBJECT = new ObjectBind();

    /** Base64 as bytes. */
    public static final BindType BYTES = new BindType() {
        @Override
        public String text(Object value) {
            return value.toString();
        }

        @Override
        public void set(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, bytes(value));
        }
    };

    private ObjectBind() {}

    @Override
    public String text(Object value) {
        return value.toString();
    }

    @Override
    public void set(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setObject(index, value);
    }

    /**
     * The bytes of Base64.
     *
     * @throws InvalidValueException if it is none
     */
    public static byte[] bytes(Object base64) {
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(e);
        }
    }
}
