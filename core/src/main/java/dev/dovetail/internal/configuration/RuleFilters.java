package dev.dovetail.internal.configuration;

import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.internal.access.RowCondition;
import dev.dovetail.internal.generation.ColumnOperators;
import dev.dovetail.internal.key.Operands;
import dev.dovetail.internal.model.TableLink;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.table.Column;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Resolves the filters of one rule: finds their columns and relationships, and checks operators and values.
 *
 * <p>What is wrong is reported, and stands for no row until the report ends the start.
 */
final class RuleFilters {

    private static final RowCondition NOTHING = new RowCondition.Fixed(Filter.NOTHING);

    private final Catalog catalog;
    private final Consumer<String> fault;
    private final Set<String> variables = new LinkedHashSet<>();

    /**
     * @param fault takes what the rule does wrong, for instance {@code "compares column 'x', which ..."}
     */
    RuleFilters(Catalog catalog, Consumer<String> fault) {
        this.catalog = catalog;
        this.fault = fault;
    }

    /** The session variables in the filters that were resolved. */
    Set<String> variables() {
        return variables;
    }

    RowCondition all(TableType type, List<RowFilter> filters) {
        return filters.isEmpty()
                ? new RowCondition.Fixed(Filter.EVERYTHING)
                : filters.size() == 1 ? resolve(type, filters.get(0)) : new RowCondition.All(each(type, filters));
    }

    private List<RowCondition> each(TableType type, List<RowFilter> filters) {
        List<RowCondition> conditions = new ArrayList<>();
        filters.forEach(filter -> conditions.add(resolve(type, filter)));
        return conditions;
    }

    private RowCondition resolve(TableType type, RowFilter filter) {
        if (filter instanceof RowFilter.All all) {
            return all(type, all.filters());
        }
        if (filter instanceof RowFilter.Any any) {
            return new RowCondition.Any(each(type, any.filters()));
        }
        if (filter instanceof RowFilter.Not not) {
            return new RowCondition.Not(resolve(type, not.filter()));
        }
        return filter instanceof RowFilter.Related related
                ? related(type, related)
                : comparison(type, (RowFilter.Comparison) filter);
    }

    private RowCondition related(TableType type, RowFilter.Related related) {
        TableLink link = type.links().get(related.relationship());
        if (link == null) {
            fault.accept("follows relationship '" + related.relationship() + "' to a table, which type " + type.name()
                    + " does not have"
                    + Hints.of(related.relationship(), type.links().keySet()));
            return NOTHING;
        }
        LinkObstacles.of(type, link)
                .forEach(obstacle ->
                        fault.accept("cannot follow relationship '" + related.relationship() + "': " + obstacle));
        if (!link.serves(Feature.RELATED_FILTERS)) {
            fault.accept("cannot follow relationship '" + related.relationship() + "': the source of table "
                    + type.table() + " cannot filter rows by those of another table; compare the table's own columns");
        }
        return new RowCondition.Related(link.link(), resolve(link.join().target(), related.filter()));
    }

    private RowCondition comparison(TableType type, RowFilter.Comparison comparison) {
        int position = type.table().position(comparison.column());
        if (position < 0) {
            List<String> known =
                    type.table().columns().stream().map(Column::name).toList();
            fault.accept("compares column '" + comparison.column() + "', which table " + type.table() + " does not have"
                    + Hints.of(comparison.column(), known));
            return NOTHING;
        }
        Column column = type.table().columns().get(position);
        Set<Operator> operators = ColumnOperators.of(catalog.source(type.table().name()), column);
        if (!operators.contains(comparison.operator())) {
            List<String> known = operators.stream().map(Operator::name).toList();
            fault.accept("compares column '" + column.name() + "' by " + comparison.operator()
                    + ", which columns of type " + column.type().databaseType() + " do not have"
                    + Hints.of(comparison.operator().name(), known));
            return NOTHING;
        }
        return compare(column, comparison.operator(), comparison.value());
    }

    private RowCondition compare(Column column, Operator operator, Object value) {
        if (value instanceof SessionVariable variable) {
            variables.add(variable.name());
            return new RowCondition.Compared(column, operator, variable.name());
        }
        Object operand = Operands.coerce(value, column, operator);
        if (operand == null) {
            fault.accept("compares column '" + column.name() + "' of type "
                    + column.type().databaseType() + " by " + operator + " with a value that it cannot have");
            return NOTHING;
        }
        return new RowCondition.Fixed(new Filter.Comparison(column, operator, operand));
    }
}
