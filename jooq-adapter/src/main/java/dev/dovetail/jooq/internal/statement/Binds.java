package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.sql.SQLException;
import java.util.List;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/** {@link Bind}s as jOOQ's parameters. */
public final class Binds extends AbstractBinding<String, Bind> {

    public static final DataType<Bind> TYPE = SQLDataType.VARCHAR.asConvertedDataType(new Binds());

    /** Stands in a text where a parameter is to be; the database has no such character. */
    static final char MARK = '\0';

    private static final long serialVersionUID = 1L;

    private Binds() {}

    /**
     * A parameter.
     *
     * @param value its value, or a {@link Slot}
     */
    public static Field<Object> parameter(Object value, BindType type) {
        return field("{0}", Object.class, plain(value, type));
    }

    /** The same as nothing but a parameter, where jOOQ writes expressions in another way. */
    public static Param<Bind> plain(Object value, BindType type) {
        return val(new Bind(value, type), TYPE);
    }

    /** A configuration with which to render leaves a mark for each parameter, and files the parameter in this list. */
    static Configuration collecting(Configuration configuration, List<Bind> binds) {
        Configuration collecting = configuration.derive();
        collecting.data(Binds.class, binds);
        return collecting;
    }

    @Override
    @SuppressWarnings("unchecked") // put there by collecting
    protected void sqlBind(BindingSQLContext<Bind> context) throws SQLException {
        Object binds = context.configuration().data(Binds.class);
        if (binds == null) {
            super.sqlBind(context);
        } else {
            ((List<Bind>) binds).add(context.value());
            context.render().sql(MARK);
        }
    }

    /** For some databases, jOOQ has limits in the text. */
    @Override
    protected void sqlInline(BindingSQLContext<Bind> context) throws SQLException {
        if (context.configuration().data(Binds.class) == null) {
            super.sqlInline(context);
        } else {
            sqlBind(context);
        }
    }

    @Override
    public Converter<String, Bind> converter() {
        return Converter.to(String.class, Bind.class, Bind::toString);
    }

    @Override
    public void set(BindingSetStatementContext<Bind> context) throws SQLException {
        context.value().set(context.statement(), context.index());
    }

    @Override
    public void get(BindingGetResultSetContext<Bind> context) {
        throw new UnsupportedOperationException("Parameters are not read");
    }
}
