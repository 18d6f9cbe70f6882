package dev.dovetail.jooq.internal.lookup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes values take in memory, about: what a 64-bit JVM with less than 32 GB needs, and seldom less. */
public final class MemorySize {

    private static final long HEADER = 24;
    private static final long REFERENCE = 8;

    /** An object of a few fields: a number, a UUID. */
    private static final long SMALL = 24;

    /** An object with others in it: a time with its date, a text with its characters, a number with its digits. */
    private static final long NESTED = 64;

    private static final long MAP_ENTRY = 48;

    private MemorySize() {}

    /** A row. */
    public static long of(@Nullable Object[] row) {
        long size = HEADER;
        for (Object value : row) {
            size += REFERENCE + (value instanceof List || value instanceof Map ? ofTree(value) : ofScalar(value));
        }
        return size;
    }

    /** Without recursion: documents may be nested more deeply than a thread's stack has room for. */
    private static long ofTree(Object tree) {
        long size = 0;
        Deque<Object> branches = new ArrayDeque<>();
        branches.push(tree);
        while (!branches.isEmpty()) {
            size += NESTED + ofBranch(branches.pop(), branches);
        }
        return size;
    }

    private static long ofBranch(Object branch, Deque<Object> branches) {
        long size = 0;
        if (branch instanceof List<?> list) {
            for (Object element : list) {
                size += REFERENCE + ofLeaf(element, branches);
            }
        } else {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) branch).entrySet()) {
                size += MAP_ENTRY + ofScalar(entry.getKey()) + ofLeaf(entry.getValue(), branches);
            }
        }
        return size;
    }

    private static long ofLeaf(@Nullable Object value, Deque<Object> branches) {
        if (value instanceof List || value instanceof Map) {
            branches.push(value);
            return 0;
        }
        return ofScalar(value);
    }

    private static long ofScalar(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return 0;
        }
        if (value instanceof String text) {
            return NESTED + 2L * text.length();
        }
        if (value instanceof BigDecimal decimal) {
            return NESTED + decimal.precision() / 2;
        }
        if (value instanceof BigInteger integer) {
            return NESTED + integer.bitLength() / 8;
        }
        return value instanceof Number ? SMALL : NESTED;
    }
}
