package dev.dovetail.internal.configuration;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.internal.access.Rule;
import dev.dovetail.internal.access.RuleAccess;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves access rules, once all relationships are known that they may follow. */
final class AccessResolver {

    private final Map<TableName, TableType> types;
    private final Catalog catalog;
    private final Faults faults;

    AccessResolver(Map<TableName, TableType> types, Catalog catalog, Faults faults) {
        this.types = types;
        this.catalog = catalog;
        this.faults = faults;
    }

    /** As soon as one table has rules, one without any must say that it is meant to be open. */
    void resolve(List<TableDefinition> definitions) {
        boolean ruled =
                definitions.stream().anyMatch(definition -> !definition.access().isEmpty());
        for (TableDefinition definition : definitions) {
            boolean bare = definition.access().isEmpty();
            if (ruled && bare && !definition.isOpen()) {
                faults.add(
                        definition,
                        "it has no access rule beside tables that have; say .access(rules...), or .open() to let "
                                + "everybody read it");
            }
            if (!bare && definition.isOpen()) {
                faults.add(definition, "it has access rules and is open; leave .open() out, or the rules");
            }
            TableType type = types.get(definition.table());
            if (!bare && type != null) {
                restrict(definition, type);
            }
        }
    }

    private void restrict(TableDefinition definition, TableType type) {
        Map<String, Rule> rules = new HashMap<>();
        Rule everyone = null;
        Set<String> seen = new HashSet<>();
        for (AccessRule rule : definition.access()) {
            if (!seen.add(rule.toString())) {
                faults.add(definition, "it has more than one " + rule + "; write one that says it all");
            }
            Rule resolved = resolve(definition, rule, type);
            if (rule.role() == null) {
                everyone = resolved;
            } else {
                rules.put(rule.role(), resolved);
            }
        }
        type.restrict(new RuleAccess(type.table().name(), rules, everyone));
    }

    private Rule resolve(TableDefinition definition, AccessRule rule, TableType type) {
        RuleFilters filters = new RuleFilters(catalog, fault -> faults.add(definition, "its " + rule + " " + fault));
        checkRows(definition, rule);
        checkColumns(definition, rule, type.table());
        if (rule.limit() < 0) {
            faults.add(definition, "its " + rule + " has a negative limit; leave it out for none");
        }
        Set<String> requires = rule.requires();
        return new Rule(
                "the " + rule + " of table " + type.table(),
                filters.all(type, rule.filters()),
                rule.nativeRows(),
                hidden(rule, type.table()),
                rule.limit(),
                rule.allowsAggregates(),
                requires,
                !requires.isEmpty() || !filters.variables().isEmpty());
    }

    private void checkRows(TableDefinition definition, AccessRule rule) {
        boolean some = !rule.filters().isEmpty() || !rule.nativeRows().isEmpty();
        if (some == rule.isAllRows()) {
            faults.add(
                    definition,
                    "its " + rule
                            + (some
                                    ? " says both .rows(filter) and .allRows(); leave one out"
                                    : " says nothing of rows; say .rows(filter) or .allRows()"));
        }
    }

    private void checkColumns(TableDefinition definition, AccessRule rule, Table table) {
        boolean some = rule.columns() != null;
        if (some == rule.isAllColumns()) {
            faults.add(
                    definition,
                    "its " + rule
                            + (some
                                    ? " says both .columns(names...) and .allColumns(); leave one out"
                                    : " says nothing of columns; say .columns(names...) or .allColumns()"));
        }
        List<String> known = table.columns().stream().map(Column::name).toList();
        for (String column : rule.columns() == null ? Set.<String>of() : rule.columns()) {
            if (table.position(column) < 0) {
                faults.add(
                        definition,
                        "its " + rule + " names column '" + column + "', which the table does not have"
                                + Hints.of(column, known));
            }
        }
    }

    private static BitSet hidden(AccessRule rule, Table table) {
        BitSet hidden = new BitSet();
        for (int position = 0; position < table.columns().size(); position++) {
            hidden.set(position, rule.hides(table.columns().get(position).name()));
        }
        return hidden;
    }
}
