package dev.dovetail.internal.key;

import java.lang.reflect.Array;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes for a list what graphql-java takes for one, so that a field that it shows can be joined as well. */
public final class Elements {

    private Elements() {}

    /** The elements of a collection or an array, or null when the value is neither. */
    public static @Nullable Iterable<? extends @Nullable Object> of(Object value) {
        if (value instanceof Iterable<?> elements) {
            return elements;
        }
        if (!value.getClass().isArray()) {
            return null;
        }
        return IntStream.range(0, Array.getLength(value))
                .mapToObj(i -> Array.get(value, i))
                .toList();
    }
}
