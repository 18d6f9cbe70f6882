package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch again after it failed because of one of the servers that the database has its rows from: with one
 * statement for the keys of each server, so that only those fail whose own server does.
 *
 * <p>Nothing is remembered of the failure: the next batch may find the server up again.
 */
public final class ByServer {

    private final TableRequest request;
    private final Supplier<List<Long>> servers;
    private final Function<TableRequest, TableRows> lookup;
    private final TableRows rows;
    private final PartBudget budget;

    /**
     * @param servers gives the server of each key, or nothing
     * @param lookup answers a part of the request
     */
    ByServer(TableRequest request, Supplier<List<Long>> servers, Function<TableRequest, TableRows> lookup) {
        this.request = request;
        this.servers = servers;
        this.lookup = lookup;
        this.rows = new TableRows(request.keys().size());
        this.budget = new PartBudget(request);
    }

    /** Whether there may be other servers that did not fail. */
    static boolean mayAnswer(TableRequest request, RuntimeException failure) {
        return request.query().table().isForeign() && request.keys().size() > 1 && ServerFailure.is(failure);
    }

    /**
     * The rows of the keys whose servers answer. To be called once.
     *
     * @throws RuntimeException the failure itself, if the keys are not known to be several servers'; or another one than a
     *     server's
     */
    TableRows insteadOf(RuntimeException failure) {
        Collection<List<Integer>> parts = parts(failure);
        if (parts.size() < 2) {
            throw failure;
        }
        parts.forEach(this::answer);
        return rows;
    }

    private Collection<List<Integer>> parts(RuntimeException failure) {
        Map<Long, List<Integer>> ordinals = new LinkedHashMap<>();
        List<Long> ofKeys = serversOfKeys(failure);
        for (int ordinal = 0; ordinal < ofKeys.size(); ordinal++) {
            ordinals.computeIfAbsent(ofKeys.get(ordinal), server -> new ArrayList<>())
                    .add(ordinal);
        }
        return ordinals.values();
    }

    private List<Long> serversOfKeys(RuntimeException failure) {
        try {
            return servers.get();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return List.of();
        }
    }

    private void answer(List<Integer> ordinals) {
        List<JoinKey> keys = ordinals.stream().map(request.keys()::get).toList();
        TableRequest part = new TableRequest(request.query(), keys, request.session(), request.context());
        try {
            file(ordinals, lookup.apply(budget.rest(part)));
        } catch (RuntimeException e) {
            if (!ServerFailure.is(e)) {
                throw e;
            }
            ordinals.forEach(ordinal -> rows.fail(ordinal, e));
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
