package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.ColumnType;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/**
 * Values in SQL: always a parameter, cast to the column's own type, which decides by what equality it is compared.
 *
 * <p>A list is one parameter as well, so that one text serves lists of all sizes.
 */
final class PostgresBinds {

    private static final DataType<String> UNTYPED = SQLDataType.VARCHAR.asConvertedDataType(new Untyped());

    private PostgresBinds() {}

    static Field<Object> value(ColumnType type, Object value) {
        return bind(PostgresText.of(type, value), type.databaseType());
    }

    static Field<Object> array(ColumnType element, List<?> values) {
        return bind(PostgresText.array(element, values), element.databaseType() + "[]");
    }

    static Field<Object> text(Object text) {
        return bind(text.toString(), "pg_catalog.text");
    }

    static Field<Object> texts(List<?> texts) {
        return bind(PostgresText.array(null, texts), "pg_catalog.text[]");
    }

    private static Field<Object> bind(String text, String type) {
        return field("cast({0} as {1})", Object.class, val(text, UNTYPED), raw(type));
    }

    /**
     * Text whose type is left to the server, which takes that of the cast. Declared as text, the parameter of a type whose
     * reading depends on settings (arrays, times) would be read again for each row that it is compared with.
     */
    private static final class Untyped extends AbstractBinding<String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public Converter<String, String> converter() {
            return Converters.identity(String.class);
        }

        @Override
        public void set(BindingSetStatementContext<String> context) throws SQLException {
            context.statement().setObject(context.index(), context.value(), Types.OTHER);
        }

        @Override
        public void get(BindingGetResultSetContext<String> context) throws SQLException {
            context.value(context.resultSet().getString(context.index()));
        }
    }
}
