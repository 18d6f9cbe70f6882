package dev.dovetail.examples.dgs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.dovetail.error.ActionException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The application's own logic, which knows nothing of GraphQL. */
@Service
class Users {

    private static final Table<Record> USERS = table("users");
    private static final Field<UUID> ID = field("id", UUID.class);
    private static final Field<String> NAME = field("name", String.class);

    private final DSLContext dsl;

    Users(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A new user, with a first order. */
    @Transactional
    public UUID create(String name) {
        UUID id = Objects.requireNonNull(
                dsl.insertInto(USERS, NAME).values(name).returning(ID).fetchOne(ID));
        dsl.insertInto(table("orders"), field("user_id", UUID.class), field("product", String.class))
                .values(id, "welcome gift")
                .execute();
        return id;
    }

    @Transactional
    public void rename(UUID id, String name) {
        try {
            dsl.update(USERS).set(NAME, name).where(ID.eq(id)).execute();
        } catch (DuplicateKeyException e) {
            throw new ActionException("That name is taken", Map.of("code", "name-taken", "name", name));
        }
    }
}
