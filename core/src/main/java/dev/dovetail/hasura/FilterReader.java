package dev.dovetail.hasura;

import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.table.Operator;
import dev.dovetail.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the boolean expressions of permissions, as a whole or not at all: a filter without one of its parts may mean more
 * rows.
 */
final class FilterReader {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("eq", Operator.EQ),
            Map.entry("ne", Operator.NEQ),
            Map.entry("neq", Operator.NEQ),
            Map.entry("gt", Operator.GT),
            Map.entry("gte", Operator.GTE),
            Map.entry("lt", Operator.LT),
            Map.entry("lte", Operator.LTE),
            Map.entry("in", Operator.IN),
            Map.entry("nin", Operator.NIN),
            Map.entry("is_null", Operator.IS_NULL),
            Map.entry("like", Operator.LIKE),
            Map.entry("nlike", Operator.NLIKE),
            Map.entry("ilike", Operator.ILIKE),
            Map.entry("nilike", Operator.NILIKE),
            Map.entry("similar", Operator.SIMILAR),
            Map.entry("nsimilar", Operator.NSIMILAR),
            Map.entry("regex", Operator.REGEX),
            Map.entry("nregex", Operator.NREGEX),
            Map.entry("iregex", Operator.IREGEX),
            Map.entry("niregex", Operator.NIREGEX),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("contained_in", Operator.CONTAINED_IN),
            Map.entry("has_key", Operator.HAS_KEY),
            Map.entry("has_keys_any", Operator.HAS_KEYS_ANY),
            Map.entry("has_keys_all", Operator.HAS_KEYS_ALL));

    private static final String VARIABLE = "x-hasura-";

    private final Function<TableName, @Nullable TrackedTable> tables;
    private final ColumnCheck columns;

    FilterReader(Function<TableName, @Nullable TrackedTable> tables, ColumnCheck columns) {
        this.tables = tables;
        this.columns = columns;
    }

    /**
     * The filter that the expression means.
     *
     * @throws InexpressibleException if Dovetail has nothing like a part of it
     */
    RowFilter read(TrackedTable table, Entry expression) {
        if (!expression.isObject() || expression.hasNull()) {
            throw new InexpressibleException(expression, "is no condition");
        }
        List<RowFilter> all = new ArrayList<>();
        expression.entries().forEach((key, value) -> all.add(condition(table, key, value)));
        return all.size() == 1 ? all.get(0) : RowFilter.all(all.toArray(new RowFilter[0]));
    }

    private RowFilter condition(TrackedTable table, String key, Entry value) {
        return switch (key) {
            case "_and", "$and" -> RowFilter.all(each(table, value));
            case "_or", "$or" -> RowFilter.any(each(table, value));
            case "_not", "$not" -> RowFilter.not(read(table, value));
            case "_exists", "$exists" ->
                throw new InexpressibleException(value, "asks for rows of a table without a relationship");
            default -> table.links().containsKey(key) ? related(table, key, value) : column(table, key, value);
        };
    }

    private RowFilter[] each(TrackedTable table, Entry list) {
        if (!list.isList()) {
            throw new InexpressibleException(list, "is no list of conditions");
        }
        return list.list().stream().map(element -> read(table, element)).toArray(RowFilter[]::new);
    }

    private RowFilter related(TrackedTable table, String name, Entry value) {
        TableLink link = table.links().get(name);
        TrackedTable target = link == null ? null : tables.apply(link.target());
        if (target == null) {
            throw new InexpressibleException(value, "leads to a table that is not in the metadata");
        }
        return RowFilter.related(name, read(target, value));
    }

    private RowFilter column(TrackedTable table, String column, Entry value) {
        if (table.otherNames().contains(column)) {
            throw new InexpressibleException(value, "is about something that is not taken over");
        }
        if (!value.isObject()) {
            return compare(table, column, Operator.EQ, value);
        }
        if (value.hasNull()) {
            throw new InexpressibleException(value, "compares with null");
        }
        List<RowFilter> all = new ArrayList<>();
        value.entries().forEach((key, operand) -> all.add(compare(table, column, operator(key, operand), operand)));
        return all.size() == 1 ? all.get(0) : RowFilter.all(all.toArray(new RowFilter[0]));
    }

    private static Operator operator(String key, Entry operand) {
        boolean marked = key.startsWith("_") || key.startsWith("$");
        Operator operator = marked ? OPERATORS.get(key.substring(1)) : null;
        if (operator == null) {
            throw new InexpressibleException(operand, "has an operator that Dovetail has not");
        }
        return operator;
    }

    private RowFilter compare(TrackedTable table, String column, Operator operator, Entry operand) {
        boolean list = operator == Operator.IN || operator == Operator.NIN;
        if (list && operand.isList() && operand.list().stream().anyMatch(FilterReader::isVariable)) {
            RowFilter[] each = operand.list().stream()
                    .map(element ->
                            compare(table, column, operator == Operator.IN ? Operator.EQ : Operator.NEQ, element))
                    .toArray(RowFilter[]::new);
            return operator == Operator.IN ? RowFilter.any(each) : RowFilter.all(each);
        }
        Object value = isVariable(operand)
                ? SessionVariable.of(operand.text().toLowerCase(Locale.ROOT))
                : constant(operator, operand);
        String fault = columns.fault(table.name(), column, operator, value);
        if (fault != null) {
            throw new InexpressibleException(operand, fault);
        }
        return RowFilter.column(column).compare(operator, value);
    }

    private static Object constant(Operator operator, Entry operand) {
        if (hidesVariable(operand.value())) {
            throw new InexpressibleException(operand, "has a session variable inside a value");
        }
        if (operator == Operator.IS_NULL && !(operand.value() instanceof Boolean)) {
            throw new InexpressibleException(operand, "is neither true nor false");
        }
        return operand.value();
    }

    private static boolean isVariable(Entry operand) {
        return isVariable(operand.value());
    }

    private static boolean isVariable(@Nullable Object value) {
        return value instanceof String text && text.toLowerCase(Locale.ROOT).startsWith(VARIABLE);
    }

    private static boolean hidesVariable(@Nullable Object value) {
        return isVariable(value)
                || (value instanceof List<?> list && list.stream().anyMatch(FilterReader::hidesVariable))
                || (value instanceof Map<?, ?> map && map.values().stream().anyMatch(FilterReader::hidesVariable));
    }
}
