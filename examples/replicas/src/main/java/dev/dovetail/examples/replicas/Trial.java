package dev.dovetail.examples.replicas;

import dev.dovetail.jooq.JooqTableSource;
import graphql.GraphQL;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Kills servers under load, and counts what clients see. */
final class Trial {

    /** Enough for the rate while each write waits in vain for a connection. */
    private static final int CLIENTS = 24;

    /** Reads by others; as often, the clients write, and read what they wrote: 200 requests per second in all. */
    private static final int READS_PER_SECOND = 100;

    private static final int WRITES_PER_SECOND = 50;

    private final Cluster cluster;
    private final Options options;
    private final PrintStream out;
    private final Tally tally = new Tally();

    Trial(Cluster cluster, Options options, PrintStream out) {
        this.cluster = cluster;
        this.options = options;
        this.out = out;
    }

    /** What was counted, when all is over. */
    Tally run() throws InterruptedException {
        Accounts.create(cluster.primary().dsl(), CLIENTS);
        JooqTableSource tables = JooqTableSource.on(cluster.primary().dsl())
                .standby(cluster.standby(0).dsl())
                .standby(cluster.standby(1).dsl())
                .waitForStandby(options.patience())
                .build();
        GraphQL graphQL = Accounts.graphQL(tables, cluster.primary().dsl());
        List<Client> clients = IntStream.range(0, CLIENTS)
                .mapToObj(account -> new Client(account, graphQL, tables::walPosition, tally))
                .toList();

        // what is slow is the first time, and not a server's loss
        clients.forEach(Client::writeAndRead);

        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        threads.addAll(load(clients, client -> client::writeAndRead, WRITES_PER_SECOND));
        threads.addAll(load(clients, client -> client::read, READS_PER_SECOND));
        killAndRestart(start);
        for (Thread thread : threads) {
            thread.join();
        }
        clients.forEach(client -> client.lookAt(cluster.primary().dsl()));
        return tally;
    }

    private List<Thread> load(List<Client> clients, Function<Client, Runnable> action, int perSecond) {
        return new Load(clients.stream().map(action).toList(), perSecond, options.duration()).start();
    }

    /** For a while, one of the three servers is left, and it is a standby. */
    private void killAndRestart(long start) throws InterruptedException {
        at(start, 0.15, "standby 1 is killed", cluster.standby(0)::kill);
        at(start, 0.30, "the primary is killed", cluster.primary()::kill);
        at(start, 0.45, "standby 1 is restarted", cluster.standby(0)::restart);
        at(start, 0.60, "the primary is restarted", cluster.primary()::restart);
        at(start, 0.75, "standby 2 is killed", cluster.standby(1)::kill);
    }

    private void at(long start, double part, String what, Runnable event) throws InterruptedException {
        long time = start + (long) (part * options.duration().toNanos());
        TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        out.printf(Locale.ROOT, "%5.1f s  %s%n", passed.toMillis() / 1000.0, what);
        event.run();
    }
}
