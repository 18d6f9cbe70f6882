package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the host declared, as their sources described them: each read once, however often a schema is
 * extended, until the catalog is refreshed. What could not be read is a fault, reported with all others.
 */
public final class Catalog {

    private final Map<String, TableSource> sources;
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Map<TableName, String> faults = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    private Catalog(Map<String, TableSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    /** Reads every declared table. */
    public static Catalog read(Map<String, TableSource> sources, List<TableDefinition> definitions) {
        Catalog catalog = new Catalog(sources);
        definitions.stream().map(TableDefinition::table).distinct().forEach(catalog::read);
        return catalog;
    }

    /** The same tables, read again; a source that cannot describe one is not asked for others. */
    public Catalog readAgain() {
        Catalog again = new Catalog(sources);
        Set<TableName> names = new LinkedHashSet<>(tables.keySet());
        names.addAll(faults.keySet());
        for (TableName name : names) {
            if (again.silent.contains(name.source())) {
                again.faults.put(name, "its source could not describe another table");
            } else {
                again.read(name);
            }
        }
        return again;
    }

    /** Whether all sources described their tables, so that those which are missing are missing indeed. */
    public boolean isWhole() {
        return silent.isEmpty();
    }

    private void read(TableName name) {
        TableSource source = sources.get(name.source());
        if (source == null) {
            String hint = sources.isEmpty() ? "; say .tables(source)" : Hints.of(name.source(), sources.keySet());
            faults.put(name, "there is no source '" + name.source() + "'" + hint);
            return;
        }
        try {
            Table table = source.describe(name);
            if (table == null) {
                faults.put(name, "the table does not exist" + hint(source, name));
            } else {
                tables.put(name, table);
            }
        } catch (RuntimeException e) {
            silent.add(name.source());
            faults.put(name, "the table could not be described: " + e);
        }
    }

    private static String hint(TableSource source, TableName name) {
        return Hints.of(name.schema() + "." + name.name(), source.knownTables());
    }

    /** The table, or null after its fault was reported. */
    @Nullable
    Table find(TableDefinition definition, Faults report) {
        String fault = faults.get(definition.table());
        if (fault != null) {
            report.add(definition, fault);
        }
        return tables.get(definition.table());
    }

    /** The table, or null if it has a fault. */
    @Nullable
    Table table(TableName name) {
        return tables.get(name);
    }

    /** What is wrong with a table, or null. */
    @Nullable
    String fault(TableName name) {
        return faults.get(name);
    }

    /** The same catalog with another description of a table. */
    Catalog with(Table table) {
        Catalog copy = new Catalog(sources);
        copy.tables.putAll(tables);
        copy.tables.put(table.name(), table);
        return copy;
    }

    /** The source of a table that was found. */
    TableSource source(TableName table) {
        return Objects.requireNonNull(sources.get(table.source()), "source");
    }
}
