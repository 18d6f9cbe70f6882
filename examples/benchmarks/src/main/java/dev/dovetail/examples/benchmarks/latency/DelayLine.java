package dev.dovetail.examples.benchmarks.latency;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Bytes under way: what goes in comes out in the same order, later. For one thread at each end. */
final class DelayLine {

    private final BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();
    private final long delay;

    /** Some bytes, none at the end, and when they arrive. */
    private record Parcel(ByteBuffer bytes, long due) {}

    DelayLine(Duration delay) {
        this.delay = delay.toNanos();
    }

    /** Sends the first bytes of a buffer, which may be used again. */
    void send(byte[] buffer, int length) {
        underWay.add(new Parcel(ByteBuffer.wrap(Arrays.copyOf(buffer, length)), System.nanoTime() + delay));
    }

    /** Says that no more will come. */
    void end() {
        underWay.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime()));
    }

    /** Delivers everything when it is due, until the end. */
    void deliverTo(OutputStream out) throws IOException, InterruptedException {
        for (Parcel next = underWay.take(); next.bytes().hasRemaining(); next = underWay.take()) {
            await(next.due());
            out.write(next.bytes().array());
        }
    }

    private static void await(long due) {
        for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
