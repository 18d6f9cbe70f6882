package dev.dovetail.internal.model;

import dev.dovetail.definition.Naming;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Operator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The names that Dovetail gives itself, in the way of the host's naming: Hasura's terms, or these in camel case. */
public final class Vocabulary {

    /** The directions of an order, by the names that Hasura gives them. */
    private static final Map<String, Direction> DIRECTIONS = hasurasDirections();

    private final Naming naming;
    private final Map<String, Operator> operators = new LinkedHashMap<>();
    private final Map<String, Direction> directions = new LinkedHashMap<>();
    private final Map<String, AggregateFunction> functions = new LinkedHashMap<>();

    public Vocabulary(Naming naming) {
        this.naming = naming;
        Stream.of(Operator.values()).forEach(operator -> operators.put(operator(operator), operator));
        Stream.of(AggregateFunction.values()).forEach(function -> functions.put(function(function), function));
        DIRECTIONS.forEach((name, direction) -> directions.put(naming.enumValue(name), direction));
    }

    /** The name of an argument that chooses rows. */
    public String argument(RowArgument argument) {
        return own(argument.name());
    }

    /** The name of an operator in a filter, for instance {@code _eq}. */
    public String operator(Operator operator) {
        return naming.ownName("_" + operator.name().toLowerCase(Locale.ROOT));
    }

    /** The operators by their names. */
    public Map<String, Operator> operators() {
        return operators;
    }

    /** The field, or the argument, of this name of Hasura's; for instance {@code distinct_on} or {@code _and}. */
    public String own(String name) {
        return naming.ownName(name.toLowerCase(Locale.ROOT));
    }

    /** The field of an aggregate that holds a function's values, for instance {@code stddev_pop}. */
    public String function(AggregateFunction function) {
        return own(function.name());
    }

    /** The ending of a type that has to do with a function, for instance {@code stddev_pop_fields}. */
    public static String ending(AggregateFunction function, String of) {
        return function.name().toLowerCase(Locale.ROOT) + "_" + of;
    }

    /** The functions by the names of their fields. */
    public Map<String, AggregateFunction> functions() {
        return functions;
    }

    /** The directions by their names in the schema. */
    public Map<String, Direction> directions() {
        return directions;
    }

    /** A name that begins with one of the host's, for instance {@code Order_bool_exp} or {@code orders_aggregate}. */
    public String with(String hostName, String ending) {
        return hostName + naming.ownName("x_" + ending).substring(1);
    }

    /** The name of a type that has no name of the host's in it, for instance {@code order_by} or {@code OrderBy}. */
    public String type(String name) {
        String ending = naming.ownName("x_" + name).substring(1);
        return ending.startsWith("_") ? ending.substring(1) : ending;
    }

    private static Map<String, Direction> hasurasDirections() {
        Map<String, Direction> directions = new LinkedHashMap<>();
        directions.put("asc", new Direction(false, false));
        directions.put("asc_nulls_first", new Direction(false, true));
        directions.put("asc_nulls_last", new Direction(false, false));
        directions.put("desc", new Direction(true, true));
        directions.put("desc_nulls_first", new Direction(true, true));
        directions.put("desc_nulls_last", new Direction(true, false));
        return directions;
    }

    /** A direction of an order; where it does not say so, nulls are the largest values. */
    public record Direction(boolean descending, boolean nullsFirst) {}
}
