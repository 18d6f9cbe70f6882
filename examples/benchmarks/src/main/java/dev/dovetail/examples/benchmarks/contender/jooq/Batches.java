package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The queries for many parents at once, as a repository class has them: {@code IN} lists, all columns, records. */
public final class Batches {

    private static final Field<Integer> COUNT = count();
    private static final Field<BigDecimal> SUM_OF_TOTAL = sum(Orders.TOTAL);
    private static final Field<Integer> MAX_OF_QUANTITY = max(Orders.QUANTITY);

    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    private final DSLContext dsl;

    public Batches(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Map<Long, User> users(Collection<Long> ids) {
        return dsl.select(Users.COLUMNS)
                .from(Users.TABLE)
                .where(Users.ID.in(ids))
                .fetchMap(Users.ID, User.class);
    }

    public Map<Long, List<Order>> ordersOfUsers(Collection<Long> ids) {
        return dsl.select(Orders.COLUMNS)
                .from(Orders.TABLE)
                .where(Orders.USER_ID.in(ids))
                .orderBy(Orders.ID)
                .fetchGroups(Orders.USER_ID, Order.class);
    }

    public Map<Long, OrderAggregate> orderAggregatesOfUsers(Collection<Long> ids) {
        return dsl.select(Orders.USER_ID, COUNT, SUM_OF_TOTAL, MAX_OF_QUANTITY)
                .from(Orders.TABLE)
                .where(Orders.USER_ID.in(ids))
                .groupBy(Orders.USER_ID)
                .fetchMap(Orders.USER_ID, each -> OrderAggregate.of(each.value2(), each.value3(), each.value4()));
    }

    public Map<Long, List<Item>> itemsOfOrders(Collection<Long> ids) {
        return dsl.select(Items.COLUMNS)
                .from(Items.TABLE)
                .where(Items.ORDER_ID.in(ids))
                .orderBy(Items.ID)
                .fetchGroups(Items.ORDER_ID, Item.class);
    }

    /** The latest posts of each forum, by a window function: what one finds when one looks for it. */
    public Map<Long, List<Post>> latestPostsOfForums(Collection<Long> ids, int limit) {
        Field<Integer> number = rowNumber()
                .over()
                .partitionBy(Posts.FORUM_ID)
                .orderBy(Posts.CREATED_AT.desc())
                .as(PLACE);
        Table<Record> ranked = dsl.select(Posts.COLUMNS)
                .select(number)
                .from(Posts.TABLE)
                .where(Posts.FORUM_ID.in(ids))
                .asTable("posts");
        return dsl.select(Posts.COLUMNS)
                .from(ranked)
                .where(PLACE.le(limit))
                .orderBy(Posts.CREATED_AT.desc())
                .fetchGroups(Posts.FORUM_ID, Post.class);
    }

    public Map<StockKey, Stock> stock(Collection<StockKey> keys) {
        return dsl.select(StockTable.COLUMNS)
                .from(StockTable.TABLE)
                .where(row(StockTable.WAREHOUSE_ID, StockTable.SKU)
                        .in(keys.stream()
                                .map(key -> row(key.warehouse(), key.sku()))
                                .toList()))
                .fetchMap(
                        each -> new StockKey(each.get(StockTable.WAREHOUSE_ID), each.get(StockTable.SKU)),
                        each -> each.into(Stock.class));
    }

    public Map<Long, Device> devices(Collection<Long> ids) {
        return dsl.select(Devices.COLUMNS)
                .from(Devices.TABLE)
                .where(Devices.ID.in(ids))
                .fetchMap(Devices.ID, Device.class);
    }

    public Map<Long, List<Line>> linesOfReports(Collection<Long> ids) {
        return dsl.select(Lines.COLUMNS)
                .from(Lines.TABLE)
                .where(Lines.REPORT_ID.in(ids))
                .orderBy(Lines.ID)
                .fetchGroups(Lines.REPORT_ID, Line.class);
    }
}
