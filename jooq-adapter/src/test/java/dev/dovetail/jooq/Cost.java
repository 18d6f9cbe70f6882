package dev.dovetail.jooq;

import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a statement made the server read.
 *
 * @param blocks pages of tables and indexes, however often each
 * @param rows rows of tables, those that a filter threw away included
 */
record Cost(long blocks, long rows) {

    /** Runs a statement, and asks the server what it did. */
    static Cost of(DSLContext dsl, String statement) {
        String json = dsl.resultQuery("explain (analyze, buffers, timing off, format json) " + statement)
                .fetchSingle()
                .get(0, String.class);
        JsonNode plan = JsonMapper.shared().readTree(json).get(0).get("Plan");
        return new Cost(number(plan, "Shared Hit Blocks") + number(plan, "Shared Read Blocks"), rows(plan));
    }

    private static long rows(JsonNode plan) {
        long rows = plan.has("Relation Name")
                ? number(plan, "Actual Loops")
                        * (number(plan, "Actual Rows")
                                + number(plan, "Rows Removed by Filter")
                                + number(plan, "Rows Removed by Index Recheck"))
                : 0;
        for (JsonNode below : plan.path("Plans")) {
            rows += rows(below);
        }
        return rows;
    }

    private static long number(JsonNode plan, String property) {
        return plan.path(property).asLong(0);
    }
}
