package dev.dovetail.internal.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object: a row, or what a form of Dovetail's shows around rows. */
final class ObjectCompletion implements Completion {

    private final String[] names;
    private final FieldReader[] readers;
    private final Completion[] completions;

    ObjectCompletion(List<Field> fields) {
        this.names = fields.stream().map(Field::name).toArray(String[]::new);
        this.readers = fields.stream().map(Field::reader).toArray(FieldReader[]::new);
        this.completions = fields.stream().map(Field::completion).toArray(Completion[]::new);
    }

    /**
     * A field that is selected.
     *
     * @param name that it has in the answer
     */
    record Field(String name, FieldReader reader, Completion completion) {}

    @Override
    public @Nullable Object complete(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[names.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = completions[i].complete(readers[i].read(value));
        }
        return new ResponseObject(names, values);
    }
}
