package dev.dovetail.examples.shards;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds answers against what the shop was filled with. */
record Check(Shop shop, Outages outages, Tally tally) {

    private static final List<String> FIELDS = List.of("user", "orders");

    /**
     * Counts an answer.
     *
     * @param since when its request began
     */
    void add(List<Integer> ids, ExecutionResult result, long since) {
        Set<List<Object>> failed = new HashSet<>();
        for (GraphQLError error : result.getErrors()) {
            failed.add(error.getPath());
            boolean coded = error.getExtensions() != null
                    && Objects.equals(error.getExtensions().get("code"), "table-lookup-failed");
            (coded ? tally.codedErrors : tally.otherErrors).increment();
        }
        (!isTrue(ids, result, failed) ? tally.falseAnswers : failed.isEmpty() ? tally.right : tally.partial)
                .increment();
        for (List<Object> path : failed) {
            if (path.size() < 2 || !outages.wasDown(shop.shardOf(ids.get((Integer) path.get(1))), since)) {
                tally.needlessErrors.increment();
            }
        }
    }

    /** Whether everything that has no error is as it should be, and whatever has one is null. */
    private static boolean isTrue(List<Integer> ids, ExecutionResult result, Set<List<Object>> failed) {
        List<Map<String, Object>> customers = Service.customersIn(result);
        if (customers.size() != ids.size()) {
            return false;
        }
        for (int i = 0; i < ids.size(); i++) {
            Map<String, Object> customer = customers.get(i);
            for (String field : FIELDS) {
                boolean isFailed = failed.contains(List.<Object>of("customers", i, field));
                Object expected = isFailed ? null : Shop.expected(ids.get(i), field);
                if (!Objects.equals(customer.get(field), expected)) {
                    return false;
                }
            }
        }
        return true;
    }
}
