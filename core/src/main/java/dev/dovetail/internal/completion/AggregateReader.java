package dev.dovetail.internal.completion;

import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.join.AggregateFetcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a field of an aggregate. */
record AggregateReader(AggregateFetcher fetcher, Map<String, @Nullable Object> arguments) implements FieldReader {

    @Override
    public @Nullable Object read(Object source) {
        if (!fetcher.takes(source)) {
            throw new IrregularException();
        }
        try {
            return fetcher.read(source, arguments);
        } catch (FieldFailure failure) {
            throw new IrregularException();
        }
    }
}
