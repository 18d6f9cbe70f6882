package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import graphql.language.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which columns the rows of one field carry, and where, and what they are joined to: shared by all of them. */
public final class RowLayout {

    private static final Logger LOG = LoggerFactory.getLogger(RowLayout.class);

    /** The place of a column that is not read. */
    public static final int NOT_READ = -1;

    private final TableType type;
    private final Grant grant;
    private final List<Column> columns = new ArrayList<>();
    private final int[] slots;
    private final BitSet converts = new BitSet();
    private volatile boolean logged;
    private final Supplier<Map<String, Below>> plannedBelow;
    private volatile @Nullable Map<String, Below> below;
    private @Nullable Map<String, Integer> names;

    /** Of rows that are joined to nothing in advance. */
    RowLayout(TableType type, BitSet read, Grant grant) {
        this(type, read, grant, Map::of);
    }

    /**
     * @param read the positions in the table of the columns that are read, for keys of relationships hidden ones as well
     * @param grant what the caller may see of them
     * @param plannedBelow called once, when there are rows, for what they are joined to in advance, by the names that it has
     *     in their answers
     */
    RowLayout(TableType type, BitSet read, Grant grant, Supplier<Map<String, Below>> plannedBelow) {
        this.type = type;
        this.grant = grant;
        this.plannedBelow = plannedBelow;
        this.slots = new int[type.table().columns().size()];
        Arrays.fill(slots, NOT_READ);
        read.stream().forEach(position -> {
            slots[position] = columns.size();
            converts.set(columns.size(), type.table().columns().get(position).isConverted());
            columns.add(type.table().columns().get(position));
        });
    }

    TableType type() {
        return type;
    }

    /** The name of the rows' type. */
    public String typeName() {
        return type.name();
    }

    /** Whether the rows are of this type. */
    public boolean isOf(String typeName) {
        return type.name().equals(typeName);
    }

    /** What the caller may see of the rows. */
    Grant grant() {
        return grant;
    }

    /** What the rows are joined to in advance, by the names that it has in their answers. */
    Map<String, Below> below() {
        Map<String, Below> known = below;
        return known != null ? known : planBelow();
    }

    private synchronized Map<String, Below> planBelow() {
        Map<String, Below> planned = below;
        if (planned == null) {
            planned = plannedBelow.get();
            below = planned;
        }
        return planned;
    }

    /** The columns that are read, in the order in which rows carry them. */
    List<Column> columns() {
        return columns;
    }

    /** Where rows carry the column at this position of the table, or {@link #NOT_READ}. */
    int slot(int position) {
        return slots[position];
    }

    /**
     * What is shown of the value that a row carries at a place.
     *
     * @throws FieldFailure if the host's converter fails
     */
    @Nullable
    Object shown(int slot, @Nullable Object stored) {
        return converts.get(slot) ? converted(columns.get(slot), stored) : stored;
    }

    private @Nullable Object converted(Column column, @Nullable Object stored) {
        try {
            return column.shown(stored);
        } catch (RuntimeException e) {
            String text = "The converter of column '" + column.name() + "' of type " + type.name()
                    + " failed for a value that is stored there";
            if (!logged) {
                logged = true;
                LOG.error("{}", text, e);
            }
            throw new FieldFailure(ErrorCode.COLUMN_CONVERSION_FAILED, text, e);
        }
    }

    /** Where rows carry what a field shows, or {@link #NOT_READ} where the caller may not see it, or it may fail. */
    public int visible(ColumnFetcher field) {
        int slot = shows(field.position()) ? slots[field.position()] : NOT_READ;
        return slot == NOT_READ || converts.get(slot) ? NOT_READ : slot;
    }

    /**
     * Where rows keep what a field was joined to in advance.
     *
     * @param slot see {@link Row#joined}
     * @param layout of the rows that are joined
     */
    public record Joint(int slot, RowLayout layout) {}

    /**
     * Where rows keep what a field was joined to in advance; null when it was not, or was in another way.
     *
     * @param name of the field in the answer
     * @param fields of the document, which the engine merges to this one
     */
    @SuppressWarnings("ReferenceEquality") // there is one for each relationship and form
    public @Nullable Joint joint(String name, RelationshipFetcher fetcher, List<Field> fields) {
        Below joined = below().get(name);
        return joined != null && joined.fetcher() == fetcher && joined.plan().isOf(fields)
                ? new Joint(joined.slot(), joined.plan().layout())
                : null;
    }

    /** Whether rows show the column of this field's or column's name. */
    boolean shows(String fieldOrColumn) {
        Integer position = type.position(fieldOrColumn);
        return position != null && shows(position);
    }

    private boolean shows(int position) {
        return slots[position] != NOT_READ && !grant.hides(position);
    }

    /** The names that a row answers to as a map: the fields that show a column, else the column's own name. */
    synchronized Map<String, Integer> names() {
        if (names == null) {
            Map<String, Integer> found = new LinkedHashMap<>();
            type.columnsByField().forEach((field, position) -> {
                if (shows(position)) {
                    found.put(field, slots[position]);
                }
            });
            for (Column column : columns) {
                int position = type.table().position(column.name());
                if (shows(position) && !found.containsValue(slots[position])) {
                    found.putIfAbsent(column.name(), slots[position]);
                }
            }
            names = found;
        }
        return names;
    }
}
