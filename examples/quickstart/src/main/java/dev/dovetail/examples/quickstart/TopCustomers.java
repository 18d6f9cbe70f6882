package dev.dovetail.examples.quickstart;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.error.ActionException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The action topCustomers: who has ordered for the most money. It answers with ids; Dovetail joins the users. */
record TopCustomers(DSLContext dsl) implements ActionHandler {

    private static final Field<UUID> USER_ID = field(name("user_id"), UUID.class);
    private static final Field<BigDecimal> TOTAL = field(name("total"), BigDecimal.class);

    /** One element of the answer. */
    record CustomerRank(UUID userId, int rank) {}

    @Override
    public List<CustomerRank> handle(ActionCall call) {
        int limit = Objects.requireNonNull(call.<Integer>argument("limit"));
        if (limit < 1 || limit > 100) {
            throw new ActionException("The limit must be between 1 and 100", Map.of("code", "limit-out-of-range"));
        }
        Field<Integer> rank =
                rowNumber().over(orderBy(sum(TOTAL).desc(), USER_ID)).as("rank");
        return dsl.select(USER_ID, rank)
                .from(table(name("orders")))
                .groupBy(USER_ID)
                .orderBy(rank)
                .limit(limit)
                .fetch(mapping(CustomerRank::new));
    }
}
