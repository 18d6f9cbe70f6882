package dev.dovetail.internal.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, as rows and their arrays are. */
record ListCompletion(Completion element) implements Completion {

    @Override
    public @Nullable Object complete(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Collection<?> elements = elements(value);
        List<@Nullable Object> completed = new ArrayList<>(elements.size());
        for (Object one : elements) {
            completed.add(element.complete(one));
        }
        return completed;
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        throw new IrregularException();
    }
}
