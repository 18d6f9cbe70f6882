package host;

import static generated.shop.Keys.ORDERS__ORDERS_USER_ID_FKEY;
import static generated.shop.Shop.SHOP;
import static generated.shop.Tables.ORDERS;
import static generated.shop.Tables.USERS;

import dev.dovetail.Dovetail;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.jooq.JooqRelationship;
import dev.dovetail.jooq.JooqRows;
import dev.dovetail.jooq.JooqTable;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.session.Session;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The README's shop in generated classes. */
public final class GeneratedShop implements Function<DSLContext, Dovetail> {

    @Override
    public Dovetail apply(DSLContext dsl) {
        // snippet
        AccessRule ownOrders = AccessRule.forRole("user")
                .rows(JooqRows.column(ORDERS.USER_ID).eq(SessionVariable.of("user-id")))
                .columns(JooqTable.names(ORDERS.ID, ORDERS.TOTAL))
                .build();
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.on(dsl).generated(SHOP).build())
                .session(context -> Session.of("user", Map.of("user-id", context.get("user-id"))))
                .table(JooqTable.of(USERS, USERS.NAME).type("User")
                        .field("provider").requires(JooqTable.names(USERS.AUTH0_ID))
                        .open().build())
                .table(JooqTable.of(ORDERS).type("Order").allColumns().access(ownOrders).build())
                .relationship(JooqRelationship.object("user").on("LoginOutput")
                        .references(USERS).from("id").to(USERS.ID).build())
                .relationship(JooqRelationship.array("orders").on("User")
                        .along(ORDERS__ORDERS_USER_ID_FKEY).orderBy(ORDERS.CREATED_AT.desc()).build())
                .build();
        // end
        return dovetail;
    }
}
