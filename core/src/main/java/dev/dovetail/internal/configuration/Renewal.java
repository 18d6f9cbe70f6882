package dev.dovetail.internal.configuration;

import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.schema.Additions;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what became of the tables behind a schema that stays as it is: all that would make the very same schema if it was
 * extended now. What would make another one is left out, and told.
 *
 * <p><b>Thread-safety:</b> not thread-safe.
 */
public final class Renewal {

    private final Definitions definitions;
    private final SchemaView schema;
    private final Map<String, String> additions;
    private Catalog current;

    /**
     * @param schema the host's, as it was before it was extended
     * @param catalog that it was extended by
     * @param additions what it was extended with
     */
    public Renewal(Definitions definitions, SchemaView schema, Catalog catalog, Additions additions) {
        this.definitions = definitions;
        this.schema = schema;
        this.current = catalog;
        this.additions = additions.texts();
    }

    /**
     * What came of it.
     *
     * @param configuration to be bound from now on; null for the one that is
     * @param changed the tables that are described otherwise now
     * @param differences what the database has, or lacks, other than the schema
     */
    public record Outcome(@Nullable Configuration configuration, Set<TableName> changed, List<String> differences) {}

    /** Takes over what it can of a catalog that was read again. */
    public Outcome renew(Catalog read) {
        List<TableChange> changes = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (TableDefinition definition : definitions.tables()) {
            Table before = current.table(definition.table());
            Table now = read.table(definition.table());
            if (before != null && now != null) {
                TableComparison comparison = new TableComparison(definition, before, now);
                changes.addAll(comparison.changes());
                differences.addAll(comparison.differences());
            } else {
                differences.add(definition + ": " + read.fault(definition.table()));
            }
        }
        return changes.isEmpty() ? new Outcome(null, Set.of(), differences) : taken(changes, differences);
    }

    private Outcome taken(List<TableChange> changes, List<String> differences) {
        Attempt all = attempt(changes);
        if (all.configuration() != null) {
            return adopted(all, changes, differences);
        }
        List<TableChange> fitting = new ArrayList<>();
        Attempt best = new Attempt(current, null, "");
        for (TableChange change : changes) {
            fitting.add(change);
            Attempt attempt = attempt(fitting);
            if (attempt.configuration() != null) {
                best = attempt;
            } else {
                fitting.remove(change);
                if (change.matters()) {
                    differences.add(change.table() + ": " + change.text() + "; " + attempt.obstacle());
                }
            }
        }
        return adopted(best, fitting, differences);
    }

    private Outcome adopted(Attempt attempt, List<TableChange> changes, List<String> differences) {
        current = attempt.catalog();
        Set<TableName> changed = new LinkedHashSet<>();
        changes.forEach(change -> changed.add(change.table().name()));
        return new Outcome(attempt.configuration(), changed, differences);
    }

    private Attempt attempt(List<TableChange> changes) {
        Catalog catalog = current;
        for (TableChange change : changes) {
            Table table = catalog.table(change.table().name());
            catalog = table == null ? catalog : catalog.with(change.of(table));
        }
        try {
            Configuration resolved = new Resolver(definitions, catalog, schema).resolve();
            String other = other(resolved.additions().texts());
            return other == null
                    ? new Attempt(catalog, resolved, "")
                    : new Attempt(catalog, null, other + " would be another; extend the schema anew");
        } catch (ConfigurationException e) {
            return new Attempt(catalog, null, String.join("; ", e.faults()));
        }
    }

    /** The first part of the schema that would be another, or null. */
    private @Nullable String other(Map<String, String> texts) {
        Set<String> names = new LinkedHashSet<>(additions.keySet());
        names.addAll(texts.keySet());
        return names.stream()
                .filter(name -> !texts.getOrDefault(name, "").equals(additions.getOrDefault(name, "")))
                .findFirst()
                .orElse(null);
    }

    /** Definitions resolved against a catalog, or why they cannot be. */
    private record Attempt(Catalog catalog, @Nullable Configuration configuration, String obstacle) {}
}
