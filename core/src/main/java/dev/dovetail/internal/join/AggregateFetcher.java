package dev.dovetail.internal.join;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.arguments.Counts;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.AggregateFunction;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of an aggregate. Objects of the host's that appear where the schema says the aggregate's type are read by
 * property, as if there were no data fetcher.
 */
public final class AggregateFetcher implements LightDataFetcher<@Nullable Object> {

    /** Reads what the field shows. */
    private interface Reading {

        /**
         * @param arguments of the field; to have them, the engine makes an environment for each field of each parent
         */
        @Nullable
        Object read(Object source, Supplier<Map<String, @Nullable Object>> arguments);
    }

    private final Class<?> expected;
    private final Reading reading;

    private AggregateFetcher(Class<?> expected, Reading reading) {
        this.expected = expected;
        this.reading = reading;
    }

    /** Reads the number of rows, or of those that have values in the columns that the field's arguments name. */
    public static AggregateFetcher count(TableType type, Vocabulary words) {
        return new AggregateFetcher(AggregateValues.class, (source, arguments) -> {
            AggregateValues values = (AggregateValues) source;
            Grant grant = values.layout().grant();
            return values.count(Counts.read(type, grant, words, arguments.get()));
        });
    }

    /** Reads all values of a function. */
    public static AggregateFetcher function(AggregateFunction function) {
        return new AggregateFetcher(
                AggregateValues.class,
                (source, arguments) -> new AggregateValues.Of((AggregateValues) source, function));
    }

    /** Reads a function's value for one column, by its place in the table. */
    public static AggregateFetcher column(int position) {
        return new AggregateFetcher(
                AggregateValues.Of.class, (source, arguments) -> ((AggregateValues.Of) source).column(position));
    }

    /** Whether an object is one of those that Dovetail shows. */
    public boolean takes(@Nullable Object source) {
        return expected.isInstance(source);
    }

    /**
     * The field's value.
     *
     * @throws FieldFailure if the caller may not read a column of it
     */
    public @Nullable Object read(Object source, Map<String, @Nullable Object> arguments) {
        return reading.read(source, () -> arguments);
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (!takes(source)) {
            return PropertyDataFetcher.fetching(definition.getName()).get(definition, source, environment);
        }
        try {
            return reading.read(
                    source, () -> Collections.unmodifiableMap(environment.get().getArguments()));
        } catch (FieldFailure failure) {
            return failure.at(environment.get());
        }
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }
}
