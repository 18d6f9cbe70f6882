package dev.dovetail.jooq.internal.h2;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.jooq.internal.standard.StandardExpressions;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.jooq.internal.statement.Binds;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What H2's statements are made of. Keys travel as arrays, one for each key column. */
final class H2Expressions extends StandardExpressions {

    static final Expressions INSTANCE = new H2Expressions();

    private H2Expressions() {}

    @Override
    protected BindType bind(ColumnType type) {
        return type.kind() == ColumnKind.BINARY ? ObjectBind.BYTES : ObjectBind.OBJECT;
    }

    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        List<QueryPart> arrays = new ArrayList<>();
        List<QueryPart> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(array(columns.get(i).type(), values.apply(Keys.all(i))));
            names.add(Keys.keyName(i));
        }
        names.add(Keys.ORDINAL);
        return table("unnest({0}) with ordinality as {1}({2})", DSL.list(arrays), Keys.KEYS, DSL.list(names));
    }

    @Override
    protected Table<?> list(ColumnType type, Object values) {
        return table("unnest({0}) as {1}({2})", array(type, values), name("l"), VALUE);
    }

    @Override
    protected String aggregateType(ColumnKind kind) {
        return H2Types.of(kind).databaseType();
    }

    private static Field<Object> array(ColumnType element, Object values) {
        BindType bind = element.kind() == ColumnKind.BINARY ? H2Arrays.OF_BYTES : H2Arrays.OF_OBJECTS;
        return cast(Binds.parameter(values, bind), element.databaseType() + " array");
    }

    @Override
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        return operator == Operator.ILIKE
                ? condition(
                        "{0} ilike {1} escape {2}", column, Binds.parameter(pattern, LikePattern.BIND), inline("\\"))
                : super.matches(column, operator, pattern);
    }
}
