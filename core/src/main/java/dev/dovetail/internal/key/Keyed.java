package dev.dovetail.internal.key;

import org.jspecify.annotations.Nullable;

/** A source object that says itself what it is joined by, because it does not show all of it to others. */
public interface Keyed {

    /** The value of a mapped field, whether it may be shown or not; null when there is none. */
    @Nullable
    Object keyValue(String field);
}
