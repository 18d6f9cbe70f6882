package dev.dovetail.jooq;

import java.sql.Date;
import java.time.LocalDate;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.EnumConverter;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** Classes as jOOQ generates them where forced types have converters and bindings of the host's. */
final class ConvertedTables {

    private ConvertedTables() {}

    static final String[] DDL = {
        "create table users (id bigint primary key, name text, active char(1) not null, state int, born int, seen date, paid text)",
        "insert into users values (1, 'Hodor', 'Y', 1, 365, '2026-01-02', '1.50 EUR'),"
                + " (2, 'Arya', 'N', 0, 366, null, null), (3, 'Bran', 'Y', 7, null, null, null), (4, 'Cat', '?', null, null, null, null)",
        "create table logins (id int primary key, user_id bigint, ok int)",
        "insert into logins values (10, 1, 1), (11, 1, 0), (12, 2, 1)",
    };

    private static boolean isYes(String stored) {
        return switch (stored) {
            case "Y" -> true;
            case "N" -> false;
            default -> throw new IllegalArgumentException("Neither Y nor N: " + stored);
        };
    }

    enum State {
        OPEN,
        CLOSED
    }

    record UserId(long value) {}

    record Money(String text) {}

    static final class Users extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        Users() {
            super(DSL.name("users"));
            createField(
                    DSL.name("id"),
                    SQLDataType.BIGINT.nullable(false),
                    this,
                    "",
                    Converter.ofNullable(Long.class, UserId.class, UserId::new, UserId::value));
            createField(DSL.name("name"), SQLDataType.CLOB, this, "");
            createField(
                    DSL.name("active"),
                    SQLDataType.CHAR(1).nullable(false),
                    this,
                    "",
                    Converter.ofNullable(String.class, Boolean.class, ConvertedTables::isYes, yes -> yes ? "Y" : "N"));
            createField(
                    DSL.name("state"), SQLDataType.INTEGER, this, "", new EnumConverter<>(Integer.class, State.class));
            createField(DSL.name("born"), SQLDataType.INTEGER, this, "", new Days());
            createField(
                    DSL.name("seen"),
                    SQLDataType.LOCALDATE,
                    this,
                    "",
                    Converter.ofNullable(LocalDate.class, Date.class, Date::valueOf, Date::toLocalDate));
            createField(
                    DSL.name("paid"),
                    SQLDataType.CLOB,
                    this,
                    "",
                    Converter.ofNullable(String.class, Money.class, Money::new, Money::text));
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(
                    this, DSL.name("users_pkey"), new TableField[] {(TableField<?, ?>) field("id")}, true);
        }

        @Override
        public Schema getSchema() {
            return DSL.schema("public");
        }
    }

    /** A forced type with a binding: the number of days since 1970 as a date. */
    static final class Days extends AbstractBinding<Integer, LocalDate> {

        private static final long serialVersionUID = 1L;

        @Override
        public Converter<Integer, LocalDate> converter() {
            return Converter.ofNullable(Integer.class, LocalDate.class, days -> LocalDate.ofEpochDay(days), date ->
                    (int) date.toEpochDay());
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

    static final class Logins extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        Logins() {
            super(DSL.name("logins"));
            createField(DSL.name("id"), SQLDataType.INTEGER, this, "");
            createField(
                    DSL.name("user_id"),
                    SQLDataType.BIGINT,
                    this,
                    "",
                    Converter.ofNullable(Long.class, UserId.class, UserId::new, UserId::value));
            createField(
                    DSL.name("ok"),
                    SQLDataType.INTEGER,
                    this,
                    "",
                    Converter.ofNullable(Integer.class, Boolean.class, number -> number == 1, yes -> yes ? 1 : 0));
        }

        @Override
        public Schema getSchema() {
            return DSL.schema("public");
        }
    }
}
