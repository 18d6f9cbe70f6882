package dev.dovetail.internal.join;

import dev.dovetail.internal.failure.FieldFailure;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of a row by its position. Objects of the host's that appear where the schema says the table's type are
 * read by property, as if there were no data fetcher.
 */
public final class ColumnFetcher implements LightDataFetcher<@Nullable Object> {

    private final String typeName;
    private final String field;
    private final int position;
    private final PropertyDataFetcher<@Nullable Object> property;

    public ColumnFetcher(String typeName, String field, int position) {
        this.typeName = typeName;
        this.field = field;
        this.position = position;
        this.property = PropertyDataFetcher.fetching(field);
    }

    int position() {
        return position;
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (source instanceof Row row && row.isOf(typeName)) {
            try {
                return row.column(position, field);
            } catch (FieldFailure failure) {
                return failure.at(environment.get());
            }
        }
        return property.get(definition, source, environment);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object source = environment.getSource();
        return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
    }
}
