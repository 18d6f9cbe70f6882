package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the host declared, as their sources described them: each read once, however often a schema is
 * extended. What could not be read is a fault, reported with all others.
 */
public final class Catalog {

    private final Map<String, TableSource> sources;
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Map<TableName, String> faults = new HashMap<>();

    private Catalog(Map<String, TableSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    /** Reads every declared table. */
    public static Catalog read(Map<String, TableSource> sources, List<TableDefinition> definitions) {
        Catalog catalog = new Catalog(sources);
        definitions.stream().map(TableDefinition::table).distinct().forEach(catalog::read);
        return catalog;
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

    /** The source of a table that was found. */
    TableSource source(TableName table) {
        return Objects.requireNonNull(sources.get(table.source()), "source");
    }
}
