package dev.dovetail.jooq.internal.lookup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map of what was used last, in two generations: when the younger one is full, the older one is forgotten.
 * Reading takes no lock.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class RecentlyUsed<K, V> {

    private final int generation;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /**
     * @param most how many entries there may be
     */
    RecentlyUsed(int most) {
        this.generation = most / 2;
    }

    @Nullable
    V get(K key) {
        V value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return value;
    }

    synchronized void put(K key, V value) {
        if (young.size() >= generation) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, value);
    }

    int size() {
        return young.size() + old.size();
    }
}
