package dev.dovetail.jooq.internal.standby;

import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The standbys of a primary. Each request keeps to one of them, in turns, as time would go back for it where the next one is
 * further behind: a row that was found would lack what belongs to it.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
final class Standbys {

    private final List<Standby> servers;
    private final AtomicInteger requests = new AtomicInteger();

    Standbys(List<Standby> servers) {
        this.servers = List.copyOf(servers);
    }

    /** The request's own one, and then the others. */
    List<Standby> of(GraphQLContext request) {
        int turn = request.computeIfAbsent(this, key -> requests.getAndIncrement());
        List<Standby> inTurn = new ArrayList<>(servers);
        Collections.rotate(inTurn, -Math.floorMod(turn, servers.size()));
        return inTurn;
    }
}
