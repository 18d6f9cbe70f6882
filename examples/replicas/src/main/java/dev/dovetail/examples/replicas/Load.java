package dev.dovetail.examples.replicas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does the same at an even rate, in many threads, each of which waits for its answers. What is late is made up for.
 *
 * @param actions one for each thread
 * @param perSecond how often all of them are done together
 */
record Load(List<Runnable> actions, int perSecond, Duration duration) {

    /** Begins; the threads end with the load. */
    List<Thread> start() {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            int number = i;
            threads.add(new Thread(() -> run(number, start), "load-" + number));
        }
        threads.forEach(Thread::start);
        return threads;
    }

    private void run(int number, long start) {
        long ofAll = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long next = start + ofAll * number;
        long end = start + duration.toNanos();
        while (next < end && System.nanoTime() < end && pauseUntil(next)) {
            actions.get(number).run();
            next += ofAll * actions.size();
        }
    }

    /** Not at all, if that is past. */
    private static boolean pauseUntil(long time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
