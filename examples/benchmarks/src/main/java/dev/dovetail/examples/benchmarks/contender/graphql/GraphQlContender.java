package dev.dovetail.examples.benchmarks.contender.graphql;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Case;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Map;
import java.util.function.Supplier;
import org.dataloader.DataLoaderRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests through graphql-java, and writes its result with Jackson. */
public final class GraphQlContender implements Contender {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final GraphQL graphQl;
    private final Supplier<DataLoaderRegistry> loaders;

    /**
     * Creates a contender.
     *
     * @param graphQl the schema and its data fetchers; documents should be {@linkplain Documents cached}
     * @param loaders gives the data loaders of a request
     */
    public GraphQlContender(GraphQL graphQl, Supplier<DataLoaderRegistry> loaders) {
        this.graphQl = graphQl;
        this.loaders = loaders;
    }

    @Override
    public byte[] answer(Case request) {
        return answer(request.shape().query(), request.rows());
    }

    /** Answers another request, of so many rows. */
    public byte[] answer(String query, int rows) {
        return json(graphQl.execute(ExecutionInput.newExecutionInput(query)
                .variables(Map.of("rows", rows))
                .dataLoaderRegistry(loaders.get())
                .build()));
    }

    /** What a server sends. */
    public static byte[] json(ExecutionResult result) {
        return JSON.writeValueAsBytes(result.toSpecification());
    }
}
