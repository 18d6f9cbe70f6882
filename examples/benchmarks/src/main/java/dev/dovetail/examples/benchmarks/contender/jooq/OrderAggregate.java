package dev.dovetail.examples.benchmarks.contender.jooq;

import java.math.BigDecimal;

/** What the orders of a user add up to, in the form of the schema. */
public record OrderAggregate(Fields aggregate) {

    /** The values. */
    public record Fields(int count, Sum sum, Max max) {}

    /** The sums. */
    public record Sum(BigDecimal total) {}

    /** The greatest values. */
    public record Max(Integer quantity) {}

    static OrderAggregate of(int count, BigDecimal sumOfTotal, Integer maxOfQuantity) {
        return new OrderAggregate(new Fields(count, new Sum(sumOfTotal), new Max(maxOfQuantity)));
    }
}
