package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.key.Keyed;
import graphql.schema.DataFetchingEnvironment;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a joined table: an array with a shared layout that also answers as a map.
 *
 * <p>As a map it holds the columns that were read, under the names of their fields; {@link #get} takes the columns' own
 * names as well. A column that the table has but that was not read is an error and not null, since null would be taken
 * for the column's value. So is one that the caller may not see; it may be there all the same, for the keys of
 * relationships.
 */
public final class Row extends AbstractMap<String, @Nullable Object> implements Keyed, Joined {

    private static final Object[] NOTHING = {};

    private final RowLayout layout;
    private final @Nullable Object[] values;
    private final @Nullable Object[] joined;

    Row(RowLayout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
        this.joined = layout.below().isEmpty()
                ? NOTHING
                : new @Nullable Object[layout.below().size()];
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    /** The value at a place that the layout has told. */
    public @Nullable Object valueAt(int slot) {
        return layout.shown(slot, values[slot]);
    }

    /** What a field of the row was joined to in advance; null when it was not. */
    @Nullable
    Below below(DataFetchingEnvironment environment) {
        return layout.below().get(environment.getField().getResultKey());
    }

    /** Keeps what the row is joined to, before anybody sees the row. */
    void join(int slot, @Nullable Object value) {
        joined[slot] = value;
    }

    /** What the row is joined to: the value of a relationship's field, or the failure that the field shows. */
    public @Nullable Object joined(int slot) {
        return joined[slot];
    }

    /** The value of the column at this position of the table. */
    @Nullable
    Object column(int position) {
        return column(position, layout.type().table().columns().get(position).name());
    }

    /**
     * The value of the column at this position of the table.
     *
     * @param name by which it is asked for
     */
    @Nullable
    Object column(int position, String name) {
        if (layout.grant().hides(position)) {
            layout.grant()
                    .requireColumn(
                            position, "'" + name + "' of type " + layout.type().name());
        }
        return value(position);
    }

    private @Nullable Object value(int position) {
        int slot = layout.slot(position);
        if (slot == RowLayout.NOT_READ) {
            throw notRead(layout.type().table().columns().get(position).name());
        }
        return valueAt(slot);
    }

    /** Whether this row is one of the given type's. */
    boolean isOf(String typeName) {
        return layout.isOf(typeName);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        Integer position = layout.type().position(name);
        return position == null ? null : column(position, name);
    }

    @Override
    public @Nullable Object keyValue(String field) {
        Integer position = layout.type().position(field);
        return position == null ? null : value(position);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && layout.shows(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private FieldFailure notRead(String column) {
        return new FieldFailure(
                ErrorCode.COLUMN_NOT_READ,
                "Column '" + column + "' of type " + layout.type().name()
                        + " was not read; declare it with .field(<the field>).requires(\"" + column + "\")");
    }

    /** A view, made only when somebody walks the row. */
    private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

        @Override
        public Iterator<Entry<String, @Nullable Object>> iterator() {
            Iterator<Entry<String, Integer>> names = layout.names().entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return names.hasNext();
                }

                @Override
                public Entry<String, @Nullable Object> next() {
                    Entry<String, Integer> name = names.next();
                    return new SimpleImmutableEntry<>(name.getKey(), valueAt(name.getValue()));
                }
            };
        }

        @Override
        public int size() {
            return layout.names().size();
        }
    }
}
