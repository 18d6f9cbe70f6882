package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.lookup.DownServers.Server;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch whose rows the database has from several servers, so that only those keys fail whose own server does. All
 * keys are asked for at once; if that fails because of a server, those of each server by themselves.
 */
public final class ByServer {

    private final TableRequest request;
    private final DownServers down;
    private final Supplier<List<Server>> servers;
    private final Function<TableRequest, TableRows> lookup;
    private final TableRows rows;
    private final PartBudget budget;

    /**
     * @param down learns which servers fail
     * @param servers gives the server of each key, or nothing
     * @param lookup answers a part of the request
     */
    ByServer(
            TableRequest request,
            DownServers down,
            Supplier<List<Server>> servers,
            Function<TableRequest, TableRows> lookup) {
        this.request = request;
        this.down = down;
        this.servers = servers;
        this.lookup = lookup;
        this.rows = new TableRows(request.keys().size());
        this.budget = new PartBudget(request);
    }

    /**
     * The rows of the keys whose servers answer. To be called once.
     *
     * @param whole answers the request
     * @throws RuntimeException a server's failure, if the keys are not known to be several servers'; or any other
     */
    TableRows rows(Supplier<TableRows> whole) {
        if (!down.isEmpty()) {
            Map<Server, List<Integer>> ordinals = ordinals(null);
            if (ordinals.keySet().stream().anyMatch(server -> down.failureOf(server) != null)) {
                answerLiving(ordinals);
                return rows;
            }
        }
        try {
            return whole.get();
        } catch (RuntimeException e) {
            if (!ServerFailure.is(e)) {
                throw e;
            }
            Map<Server, List<Integer>> ordinals = ordinals(e);
            if (ordinals.size() < 2) {
                throw e;
            }
            answerEach(ordinals);
            return rows;
        }
    }

    /** The keys of each server; none if that cannot be told, or is asked in vain. */
    private Map<Server, List<Integer>> ordinals(@Nullable RuntimeException failure) {
        Map<Server, List<Integer>> ordinals = new LinkedHashMap<>();
        try {
            List<Server> ofKeys = servers.get();
            for (int ordinal = 0; ordinal < ofKeys.size(); ordinal++) {
                ordinals.computeIfAbsent(ofKeys.get(ordinal), server -> new ArrayList<>())
                        .add(ordinal);
            }
        } catch (RuntimeException e) {
            if (failure != null) {
                failure.addSuppressed(e);
            }
        }
        return ordinals;
    }

    private void answerLiving(Map<Server, List<Integer>> ordinals) {
        Map<Server, List<Integer>> living = new LinkedHashMap<>();
        ordinals.forEach((server, ofServer) -> {
            RuntimeException failure = down.failureOf(server);
            if (failure == null) {
                living.put(server, ofServer);
            } else {
                fail(ofServer, failure);
            }
        });
        RuntimeException another = answer(
                living.values().stream().flatMap(Collection::stream).sorted().toList());
        if (another != null) {
            answerEach(living);
        }
    }

    private void answerEach(Map<Server, List<Integer>> ordinals) {
        Map<Server, RuntimeException> failures = new HashMap<>();
        ordinals.forEach((server, ofServer) -> {
            RuntimeException failed = answer(ofServer);
            if (failed != null) {
                failures.put(server, failed);
                fail(ofServer, failed);
            }
        });
        // If all fail, it may be for another table of the statement.
        if (failures.size() < ordinals.size()) {
            failures.forEach(down::add);
        }
    }

    private void fail(List<Integer> ordinals, RuntimeException failure) {
        ordinals.forEach(ordinal -> rows.fail(ordinal, failure));
    }

    /** The failure of a server, or null. */
    private @Nullable RuntimeException answer(List<Integer> ordinals) {
        if (ordinals.isEmpty()) {
            return null;
        }
        List<JoinKey> keys = ordinals.stream().map(request.keys()::get).toList();
        TableRequest part = request.of(keys).with(List.of());
        try {
            file(ordinals, lookup.apply(budget.rest(part)));
            return null;
        } catch (RuntimeException e) {
            if (!ServerFailure.is(e)) {
                throw e;
            }
            return e;
        }
    }

    private void file(List<Integer> ordinals, TableRows found) {
        budget.spend(found);
        for (int i = 0; i < ordinals.size(); i++) {
            int ordinal = ordinals.get(i);
            found.of(i).forEach(row -> rows.add(ordinal, row));
            @Nullable Object @Nullable [] aggregates = found.aggregatesOf(i);
            if (aggregates != null) {
                rows.setAggregates(ordinal, aggregates);
            }
        }
    }
}
