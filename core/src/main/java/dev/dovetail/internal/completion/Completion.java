package dev.dovetail.internal.completion;

import org.jspecify.annotations.Nullable;

/** Makes of a value what the answer shows, by a type of the schema. */
interface Completion {

    /**
     * What the answer shows.
     *
     * @throws IrregularException if it takes the engine to tell
     */
    @Nullable
    Object complete(@Nullable Object value);
}
