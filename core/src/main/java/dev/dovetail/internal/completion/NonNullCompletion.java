package dev.dovetail.internal.completion;

import org.jspecify.annotations.Nullable;

/** A value that must be there. */
record NonNullCompletion(Completion inner) implements Completion {

    @Override
    public Object complete(@Nullable Object value) {
        Object completed = inner.complete(value);
        if (completed == null) {
            throw new IrregularException();
        }
        return completed;
    }
}
