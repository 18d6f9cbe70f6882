package dev.dovetail.examples.shards;

import dev.dovetail.examples.postgres.LocalPostgres;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Kills shards, and knows which may have been missed by a request. Thread-safe. */
final class Outages {

    /** A server takes its first connections slowly. */
    private static final long RECOVERY = TimeUnit.SECONDS.toNanos(2);

    private final List<LocalPostgres> shards;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final AtomicLongArray downUntil;

    Outages(List<LocalPostgres> shards, PrintStream out) {
        this.shards = shards;
        this.out = out;
        this.downUntil = new AtomicLongArray(shards.size());
    }

    void kill(int shard) {
        downUntil.set(shard, Long.MAX_VALUE);
        shards.get(shard).stop();
        say("shard " + (shard + 1) + " is killed");
    }

    void restart(int shard) {
        shards.get(shard).restart();
        downUntil.set(shard, elapsed() + RECOVERY);
        say("shard " + (shard + 1) + " is up again");
    }

    /** Whether a shard may have been down for a request that began at this time. */
    boolean wasDown(int shard, long since) {
        return downUntil.get(shard) > since;
    }

    /** The time. */
    long elapsed() {
        return System.nanoTime() - start;
    }

    private void say(String what) {
        out.printf("%5.1f s  %s%n", elapsed() / 1e9, what);
    }
}
