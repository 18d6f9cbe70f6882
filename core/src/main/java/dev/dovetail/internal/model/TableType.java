package dev.dovetail.internal.model;

import dev.dovetail.internal.access.TableAccess;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object type of the schema and the table behind it.
 *
 * <p>Tells which columns each field of the type needs. Filled while definitions are resolved, because types refer to
 * each other; afterwards only read.
 */
public final class TableType {

    private final String name;
    private final Table table;
    private final Map<String, Integer> columnsByField = new LinkedHashMap<>();
    private final Map<String, Integer> positionsByName = new HashMap<>();
    private final Map<String, BitSet> keys = new HashMap<>();
    private final Map<String, BitSet> requirements = new HashMap<>();
    private final BitSet shown = new BitSet();
    private final Map<String, TableLink> links = new LinkedHashMap<>();
    private final Map<String, TableLink> filterableLinks = new LinkedHashMap<>();
    private TableAccess access = TableAccess.OPEN;

    public TableType(String name, Table table) {
        this.name = name;
        this.table = table;
        for (Column column : table.columns()) {
            positionsByName.put(column.name(), positionsByName.size());
        }
    }

    /** The type's name in the schema. */
    public String name() {
        return name;
    }

    /** The table behind it. */
    public Table table() {
        return table;
    }

    /** Says that a field shows a column. */
    public void show(String field, int column) {
        columnsByField.put(field, column);
        positionsByName.put(field, column);
        shown.set(column);
        requirements.put(field, bits(column));
    }

    /** Says which columns a relationship is joined by. */
    public void need(String field, int... columns) {
        keys.put(field, bits(columns));
    }

    /** Says which columns a field of the host's reads. */
    public void require(String field, int... columns) {
        requirements.put(field, bits(columns));
    }

    /** The fields that show columns, with each one's position in the table. */
    public Map<String, Integer> columnsByField() {
        return columnsByField;
    }

    /** The position of the column that a field shows, or else of the column of this name; null when there is none. */
    public @Nullable Integer position(String fieldOrColumn) {
        return positionsByName.get(fieldOrColumn);
    }

    /**
     * The position of the column that a field shows, or else of the column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int requirePosition(String fieldOrColumn) {
        Integer position = position(fieldOrColumn);
        if (position == null) {
            throw new IllegalArgumentException(name + " has no column for '" + fieldOrColumn + "'");
        }
        return position;
    }

    /** Says that a field is a relationship to another table. */
    public void link(String field, TableLink link) {
        links.put(field, link);
        if (link.join().relationship().isFilterable()) {
            filterableLinks.put(field, link);
        }
    }

    /** The relationships to other tables, by their fields. */
    public Map<String, TableLink> links() {
        return links;
    }

    /** Those of {@link #links()} that clients may filter and order by. */
    public Map<String, TableLink> filterableLinks() {
        return filterableLinks;
    }

    /** Says who may read what. */
    public void restrict(TableAccess rules) {
        this.access = rules;
    }

    /** Who may read what; everybody everything, unless it was said. */
    public TableAccess access() {
        return access;
    }

    /**
     * The columns that must be read for a field: every shown one, where nothing is known of it.
     *
     * @param hidden columns that the caller may not read; nothing is joined by less for it
     */
    public BitSet columnsFor(String field, BitSet hidden) {
        BitSet key = keys.get(field);
        if (key != null) {
            return key;
        }
        BitSet columns = (BitSet) requirements.getOrDefault(field, shown).clone();
        columns.andNot(hidden);
        return columns;
    }

    private static BitSet bits(int... columns) {
        BitSet bits = new BitSet();
        for (int column : columns) {
            bits.set(column);
        }
        return bits;
    }
}
