package dev.dovetail.examples.benchmarks.harness;

import java.util.Arrays;

/** What one contender took, request by request. Not thread-safe. */
final class Samples {

    private long[] nanoseconds = new long[256];
    private long[] bytes = new long[256];
    private int size;
    private long total;

    void add(long tookNanoseconds, long allocatedBytes) {
        if (size == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        nanoseconds[size] = tookNanoseconds;
        bytes[size++] = allocatedBytes;
        total += tookNanoseconds;
    }

    int size() {
        return size;
    }

    /** The time of all requests since the last reset, in nanoseconds. */
    long total() {
        return total;
    }

    double medianNanoseconds() {
        return median(nanoseconds);
    }

    double medianBytes() {
        return median(bytes);
    }

    /** Forgets the requests, but not what they took together. */
    void clear() {
        size = 0;
    }

    /** Forgets everything. */
    void reset() {
        size = 0;
        total = 0;
    }

    private double median(long[] values) {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2.0;
    }
}
