package dev.dovetail.internal.entity;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DelegatingDataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The field as the host's own data fetcher sees it: asked for what is no row, and for nothing else. */
@SuppressWarnings("TypeParameterUnusedInFormals") // as graphql-java has it
final class OwnRepresentations extends DelegatingDataFetchingEnvironment {

    private final Map<String, Object> arguments;

    OwnRepresentations(DataFetchingEnvironment environment, List<Object> representations) {
        super(environment);
        this.arguments = new LinkedHashMap<>(environment.getArguments());
        this.arguments.put(EntityFetcher.REPRESENTATIONS, representations);
    }

    @Override
    public Map<String, Object> getArguments() {
        return arguments;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getArgument(String name) {
        return (T) arguments.get(name);
    }

    @Override
    public <T> T getArgumentOrDefault(String name, T defaultValue) {
        return Objects.requireNonNullElse(getArgument(name), defaultValue);
    }
}
