package dev.dovetail.internal.completion;

import org.jspecify.annotations.Nullable;

/** Reads a field of an object, as its data fetcher does. */
interface FieldReader {

    /**
     * The field's value.
     *
     * @throws IrregularException if the object is another one than was expected, or the field failed
     */
    @Nullable
    Object read(Object source);
}
