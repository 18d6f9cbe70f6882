package host;

import java.time.LocalDate;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;

/** The number of days since 1970 as a date. */
public final class Days extends AbstractBinding<Integer, LocalDate> {

    private static final long serialVersionUID = 1L;

    @Override
    public Converter<Integer, LocalDate> converter() {
        return Converter.ofNullable(
                Integer.class, LocalDate.class, days -> LocalDate.ofEpochDay(days), date -> (int) date.toEpochDay());
    }

    @Override
    public void set(BindingSetStatementContext<LocalDate> context) {
        throw new UnsupportedOperationException("Statements name types themselves");
    }

    @Override
    public void get(BindingGetResultSetContext<LocalDate> context) {
        throw new UnsupportedOperationException("Results are read by kind");
    }
}
