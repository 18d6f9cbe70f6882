package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The queries for one parent, as a repository class has them. */
public final class Singles {

    private final DSLContext dsl;

    public Singles(DSLContext dsl) {
        this.dsl = dsl;
    }

    public @Nullable User user(long id) {
        return dsl.select(Users.COLUMNS)
                .from(Users.TABLE)
                .where(Users.ID.eq(id))
                .fetchOneInto(User.class);
    }

    public List<Order> ordersOfUser(long id) {
        return dsl.select(Orders.COLUMNS)
                .from(Orders.TABLE)
                .where(Orders.USER_ID.eq(id))
                .orderBy(Orders.ID)
                .fetchInto(Order.class);
    }

    public @Nullable OrderAggregate orderAggregateOfUser(long id) {
        return dsl.select(count(), sum(Orders.TOTAL), max(Orders.QUANTITY))
                .from(Orders.TABLE)
                .where(Orders.USER_ID.eq(id))
                .fetchOne(each -> OrderAggregate.of(each.value1(), each.value2(), each.value3()));
    }

    public List<Item> itemsOfOrder(long id) {
        return dsl.select(Items.COLUMNS)
                .from(Items.TABLE)
                .where(Items.ORDER_ID.eq(id))
                .orderBy(Items.ID)
                .fetchInto(Item.class);
    }

    public List<Post> latestPostsOfForum(long id, int limit) {
        return dsl.select(Posts.COLUMNS)
                .from(Posts.TABLE)
                .where(Posts.FORUM_ID.eq(id))
                .orderBy(Posts.CREATED_AT.desc())
                .limit(limit)
                .fetchInto(Post.class);
    }

    public @Nullable Stock stock(StockKey key) {
        return dsl.select(StockTable.COLUMNS)
                .from(StockTable.TABLE)
                .where(StockTable.WAREHOUSE_ID.eq(key.warehouse()))
                .and(StockTable.SKU.eq(key.sku()))
                .fetchOneInto(Stock.class);
    }

    public @Nullable Device device(long id) {
        return dsl.select(Devices.COLUMNS)
                .from(Devices.TABLE)
                .where(Devices.ID.eq(id))
                .fetchOneInto(Device.class);
    }

    public List<Line> linesOfReport(long id) {
        return dsl.select(Lines.COLUMNS)
                .from(Lines.TABLE)
                .where(Lines.REPORT_ID.eq(id))
                .orderBy(Lines.ID)
                .fetchInto(Line.class);
    }
}
