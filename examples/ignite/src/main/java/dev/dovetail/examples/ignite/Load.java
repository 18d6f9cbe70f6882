package dev.dovetail.examples.ignite;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests at a steady rate, whatever becomes of them, and compares each answer with what it must be.
 *
 * <p><b>Thread-safety:</b> to be started and ended by one thread.
 */
final class Load {

    private static final int KEYS = 5;
    private static final int THREADS = 16;

    private final GraphQL service;
    private final Outcomes outcomes = new Outcomes();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ThreadPoolExecutor clients = (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS);

    private Load(GraphQL service) {
        this.service = service;
    }

    static Load start(GraphQL service, int requestsPerSecond) {
        Load load = new Load(service);
        var unused =
                load.clock.scheduleAtFixedRate(load::send, 0, 1_000_000 / requestsPerSecond, TimeUnit.MICROSECONDS);
        return load;
    }

    private void send() {
        outcomes.sent.increment();
        clients.execute(this::request);
    }

    private void request() {
        List<Integer> ids = ThreadLocalRandom.current()
                .ints(KEYS, 0, Shop.CUSTOMERS)
                .boxed()
                .toList();
        count(ids, service.execute(ExecutionInput.newExecutionInput(Shop.QUERY).variables(Map.of("ids", ids))));
    }

    private void count(List<Integer> ids, ExecutionResult result) {
        Map<String, List<Map<String, Object>>> data = result.getData();
        boolean complete = result.getErrors().isEmpty();
        List<Map<String, Object>> visits = data == null ? null : data.get("visits");
        if (visits == null || !isRight(visits, Shop.expected(ids), complete)) {
            outcomes.wrong(result.toSpecification());
        } else if (complete) {
            outcomes.right.increment();
        } else if (result.getErrors().stream().allMatch(Load::hasCode)) {
            outcomes.coded.increment();
        } else {
            outcomes.wrong(result.toSpecification());
        }
    }

    /** A field that failed is null; every other one is what it must be. */
    private static boolean isRight(
            List<Map<String, Object>> answer, List<Map<String, Object>> expected, boolean complete) {
        if (complete) {
            return answer.equals(expected);
        }
        for (int i = 0; i < expected.size(); i++) {
            for (Map.Entry<String, Object> field : answer.get(i).entrySet()) {
                if (field.getValue() != null
                        && !field.getValue().equals(expected.get(i).get(field.getKey()))) {
                    return false;
                }
            }
        }
        return answer.size() == expected.size();
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().get("code") != null;
    }

    /** Sends no more, and waits for the answers. */
    Outcomes end() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        clients.shutdown();
        clients.awaitTermination(5, TimeUnit.MINUTES);
        return outcomes;
    }
}
