package dev.dovetail.jooq.internal.standby;

import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One lookup, asked of one server after the other until one answers; of each once at the most. To be run once. */
final class RoutedLookup {

    private final ServerLookup lookup;
    private final @Nullable ReplayWait replay;
    private final List<Standby> leftAlone = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private boolean cancelled;
    private boolean insideTransaction;

    /**
     * @param replay what a standby must have replayed; null if it may be behind
     */
    RoutedLookup(ServerLookup lookup, @Nullable ReplayWait replay) {
        this.lookup = lookup;
        this.replay = replay;
    }

    /** Asks the standbys; else the primary; and else those standbys, too, that are left alone for a while. */
    TableRows run(List<Standby> standbys, Supplier<TableRows> onPrimary) {
        TableRows rows = onStandbys(standbys);
        if (rows != null) {
            return rows;
        }
        try {
            return onPrimary.get();
        } catch (RuntimeException e) {
            keep(e);
            rows = StandbyFailure.isDown(e) || StandbyFailure.isBusy(e) ? onStandbysLeftAlone() : null;
            if (rows == null) {
                throw e;
            }
            return rows;
        }
    }

    /** Null if none answers. One that is behind is the last: the next one would have to be waited for as well. */
    private @Nullable TableRows onStandbys(List<Standby> standbys) {
        for (Standby standby : standbys) {
            if (standby.isToBeAsked()) {
                try {
                    return on(standby);
                } catch (RuntimeException e) {
                    failed(standby, e);
                }
            } else {
                leftAlone.add(standby);
            }
        }
        return null;
    }

    private @Nullable TableRows onStandbysLeftAlone() {
        for (Standby standby : leftAlone) {
            try {
                return on(standby);
            } catch (RuntimeException e) {
                failed(standby, e);
            }
        }
        return null;
    }

    private @Nullable TableRows on(Standby standby) {
        TableRows rows = replay == null ? lookup.on(standby.dsl(), standby.trees()) : afterReplay(standby, replay);
        standby.reached();
        return rows;
    }

    /** Null if the standby stays too far behind. While it does, its connections are others'. */
    private @Nullable TableRows afterReplay(Standby standby, ReplayWait wait) {
        TableRows rows = ifReplayed(standby, wait);
        while (rows == null && !insideTransaction && wait.pause()) {
            rows = ifReplayed(standby, wait);
        }
        return rows;
    }

    /**
     * On one connection, as another one may lead to another server. A connection that may be in a transaction would go on
     * seeing what it has seen before.
     */
    private @Nullable TableRows ifReplayed(Standby standby, ReplayWait wait) {
        return standby.dsl().connectionResult(connection -> {
            insideTransaction = !connection.getAutoCommit();
            DSLContext connected = Routing.on(connection, standby.dsl());
            return !insideTransaction && wait.isOver(connected) ? lookup.on(connected, standby.trees()) : null;
        });
    }

    /**
     * Takes up why a standby did not answer.
     *
     * @throws RuntimeException the failure, if another server would not answer either, or it was the second one that
     *     cancelled the lookup: it takes too long for standbys
     */
    private void failed(Standby standby, RuntimeException e) {
        if (StandbyFailure.isDown(e)) {
            standby.notReached(e);
        } else if (!StandbyFailure.isBusy(e)) {
            standby.reached();
            if (cancelled || !StandbyFailure.isConflict(e)) {
                throw e;
            }
            cancelled = true;
        }
        keep(e);
    }

    /** The last failure tells of the others. */
    private void keep(RuntimeException e) {
        if (failure != null) {
            e.addSuppressed(failure);
        }
        failure = e;
    }
}
