package dev.dovetail.jooq.generated;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.Domain;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

public final class Things extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    /** The table as it is created in a database. */
    public static final String[] DDL = {
        "drop extension if exists citext cascade",
        "create schema shop",
        "create extension citext schema shop",
        "create type shop.mood as enum ('happy', 'so so')",
        "create domain shop.code as varchar(3)",
        """
        create table shop.things (
          id uuid primary key, code varchar(3) not null, padded char(8), nick shop.citext, mood shop.mood,
          price numeric(10,2), tags text[], data jsonb, label text, at timestamptz, made timestamptz, of_domain shop.code,
          size int2, address inet, unique (code, padded))
        """,
        "create index things_label on shop.things (label)",
    };

    private static final Domain<String> CODE_DOMAIN =
            Internal.createDomain(Shop.SHOP, DSL.name("code"), SQLDataType.VARCHAR(3));

    public static final Things THINGS = new Things();

    public final TableField<Record, UUID> ID =
            createField(DSL.name("id"), SQLDataType.UUID.nullable(false), this, "The key");
    public final TableField<Record, String> CODE =
            createField(DSL.name("code"), SQLDataType.VARCHAR(3).nullable(false), this, "");
    public final TableField<Record, String> PADDED = createField(DSL.name("padded"), SQLDataType.CHAR(8), this, "");
    public final TableField<Record, Object> NICK =
            createField(DSL.name("nick"), DefaultDataType.getDefaultDataType("\"shop\".\"citext\""), this, "");
    public final TableField<Record, Integer> MOOD = createField(
            DSL.name("mood"),
            SQLDataType.VARCHAR.asEnumDataType(Mood.class),
            this,
            "",
            Converter.ofNullable(Mood.class, Integer.class, Mood::ordinal, ordinal -> Mood.values()[ordinal]));
    public final TableField<Record, BigDecimal> PRICE =
            createField(DSL.name("price"), SQLDataType.NUMERIC(10, 2), this, "");
    public final TableField<Record, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this, "");
    public final TableField<Record, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this, "");
    public final TableField<Record, String> LABEL = createField(DSL.name("label"), SQLDataType.CLOB, this, "");
    public final TableField<Record, OffsetDateTime> AT =
            createField(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "");

    /** Has a forced type: jOOQ reads the column as a class of the host's. */
    public final TableField<Record, Moment> MADE = createField(
            DSL.name("made"),
            SQLDataType.TIMESTAMPWITHTIMEZONE(6),
            this,
            "",
            Converter.ofNullable(OffsetDateTime.class, Moment.class, Moment::new, Moment::time));

    public record Moment(OffsetDateTime time) {}

    public final TableField<Record, String> OF_DOMAIN =
            createField(DSL.name("of_domain"), CODE_DOMAIN.getDataType(), this, "");
    public final TableField<Record, Short> SIZE = createField(DSL.name("size"), SQLDataType.SMALLINT, this, "");
    public final TableField<Record, Object> ADDRESS =
            createField(DSL.name("address"), DefaultDataType.getDefaultDataType("inet"), this, "");

    private Things() {
        super(DSL.name("things"), null, null, null, DSL.comment("What is sold"), TableOptions.table());
    }

    @Override
    public Schema getSchema() {
        return Shop.SHOP;
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("things_pkey"), new TableField[] {ID}, true);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(
                Internal.createUniqueKey(this, DSL.name("things_code_key"), new TableField[] {CODE, PADDED}, true));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(Internal.createIndex(DSL.name("things_label"), this, new OrderField[] {LABEL}, false));
    }
}
