package dev.dovetail.jooq.readme;

import java.util.UUID;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;

/** The table {@code public.users}, in the form of jOOQ's generated classes. */
public final class Users extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    public static final Users USERS = new Users();

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), SQLDataType.UUID.nullable(false), this);

    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this);

    public final TableField<Record, UUID> COMPANY = createField(DSL.name("company"), SQLDataType.UUID, this);

    private Users() {
        super(DSL.name("users"));
    }

    @Override
    public Schema getSchema() {
        return new SchemaImpl(DSL.name("public"));
    }
}
