package dev.dovetail.internal.completion;

import graphql.execution.DataFetcherResult;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads a property by a fetcher that needs to know nothing else of where it is. */
record LightReader(LightDataFetcher<?> fetcher, GraphQLFieldDefinition definition) implements FieldReader {

    @Override
    public @Nullable Object read(Object source) {
        Object value;
        try {
            value = fetcher.get(definition, source, () -> {
                throw new IrregularException();
            });
        } catch (Exception failed) {
            throw new IrregularException();
        }
        if (value instanceof CompletionStage<?> || value instanceof DataFetcherResult<?>) {
            throw new IrregularException();
        }
        return value;
    }
}
