package dev.dovetail.examples.shards;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Sends so many requests a second, while two shards are killed and started again, one after the other. */
final class Load {

    private static final int THREADS = 16;
    private static final int IDS = 4;
    private static final int KILLED = 2;

    private final Shop shop;
    private final Options options;
    private final Outages outages;
    private final Tally tally = new Tally();

    Load(Shop shop, Options options, PrintStream out) {
        this.shop = shop;
        this.options = options;
        this.outages = new Outages(shop.servers().shards(), out);
    }

    /** Takes as long as the options say, and until the last request is answered. */
    Tally run() throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        Thread killer = new Thread(this::killShards, "killer");
        try (HikariDataSource pool = pool()) {
            Service service = new Service(DSL.using(pool, SQLDialect.POSTGRES));
            Check check = new Check(shop, outages, tally);
            killer.start();
            long period = TimeUnit.SECONDS.toNanos(1) / options.rate();
            long start = System.nanoTime();
            for (int i = 0; i < options.seconds() * options.rate(); i++) {
                TimeUnit.NANOSECONDS.sleep(start + i * period - System.nanoTime());
                tally.requests.increment();
                workers.execute(() -> request(service, check));
            }
            workers.shutdown();
            workers.awaitTermination(5, TimeUnit.MINUTES);
            killer.join();
            return tally;
        } finally {
            workers.shutdownNow();
        }
    }

    private void killShards() {
        for (int shard = 0; shard < KILLED; shard++) {
            pause();
            outages.kill(shard);
            pause();
            outages.restart(shard);
        }
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(options.seconds()) / (2 * KILLED + 1));
    }

    private void request(Service service, Check check) {
        long since = outages.elapsed();
        List<Integer> ids =
                ThreadLocalRandom.current().ints(IDS, 1, Shop.USERS + 1).boxed().toList();
        check.add(ids, service.customers(ids), since);
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(shop.servers().coordinator().dataSource());
        config.setMaximumPoolSize(THREADS);
        config.setExceptionOverrideClassName(ShardErrors.class.getName());
        return new HikariDataSource(config);
    }
}
