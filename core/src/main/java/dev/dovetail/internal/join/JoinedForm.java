package dev.dovetail.internal.join;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows with what is shown around them, by the names of the fields. */
final class JoinedForm extends AbstractMap<String, @Nullable Object> implements Joined {

    private final RowLayout layout;
    private final Map<String, ? extends @Nullable Object> shown;

    JoinedForm(RowLayout layout, Map<String, ? extends @Nullable Object> shown) {
        this.layout = layout;
        this.shown = shown;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public @Nullable Object get(@Nullable Object field) {
        return shown.get(field);
    }

    @Override
    @SuppressWarnings("unchecked") // only read
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return ((Map<String, @Nullable Object>) shown).entrySet();
    }
}
