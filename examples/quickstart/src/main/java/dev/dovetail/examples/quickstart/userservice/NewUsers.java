package dev.dovetail.examples.quickstart.userservice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Writes new users into the database; each starts with two orders, so that there is something to join. */
final class NewUsers {

    private final DSLContext dsl;

    NewUsers(DataSource dataSource) {
        this.dsl = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    /** The new user's id. */
    UUID create(String name) {
        UUID id = UUID.randomUUID();
        dsl.transaction(transaction -> {
            DSLContext inserts = transaction.dsl();
            inserts.execute(
                    "insert into users (id, name, email, auth0_id) values (?, ?, ?, ?)",
                    id,
                    name,
                    name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com",
                    "auth0|" + id);
            insertOrder(inserts, id, new BigDecimal("6.25"), List.of("Welcome card", "Map"));
            insertOrder(inserts, id, new BigDecimal("30.00"), List.of("Door stop"));
        });
        return id;
    }

    private static void insertOrder(DSLContext inserts, UUID userId, BigDecimal price, List<String> products) {
        Object orderId = inserts.fetchValue(
                "insert into orders (user_id, total, status) values (?, ?, 'open') returning id",
                userId,
                price.multiply(BigDecimal.valueOf(products.size())));
        for (String product : products) {
            inserts.execute(
                    "insert into order_items (order_id, product, quantity, price) values (?, ?, 1, ?)",
                    orderId,
                    product,
                    price);
        }
    }
}
