package dev.dovetail;

import dev.dovetail.async.AsyncActionStore;
import dev.dovetail.async.AsyncActionWorker;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.batch.Cancellation;
import dev.dovetail.internal.completion.JoinExecutionStrategy;
import dev.dovetail.internal.configuration.Catalog;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Definitions;
import dev.dovetail.internal.configuration.Renewal;
import dev.dovetail.internal.configuration.Resolver;
import dev.dovetail.internal.description.DescribedPicture;
import dev.dovetail.internal.description.DescribedText;
import dev.dovetail.internal.join.BatchInstrumentation;
import dev.dovetail.internal.join.Execution;
import dev.dovetail.internal.schema.BuiltSchemaView;
import dev.dovetail.internal.schema.LargeStack;
import dev.dovetail.internal.schema.RegistryView;
import dev.dovetail.internal.schema.SchemaView;
import dev.dovetail.internal.wiring.Extension;
import dev.dovetail.internal.wiring.LiveSchema;
import graphql.ExecutionInput;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionStrategy;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extends a graphql-java schema with actions, and with relationships from what they return to rows of a database.
 *
 * <p>A schema that is still SDL is extended in two steps, types first and data fetchers second, because frameworks do
 * these at different times; both may be repeated when the schema is reloaded:
 *
 * <pre>{@code
 * dovetail.extend(typeRegistry);
 * dovetail.wire(runtimeWiringBuilder);
 * }</pre>
 *
 * <p>A schema that is already built is extended in one: {@code GraphQLSchema schema = dovetail.extend(existing)}. Either
 * way, {@link #instrumentation()} belongs into the {@code GraphQL} that executes it.
 *
 * <p>Faults in what was declared are found when a schema is extended, since only then everything is known that the
 * definitions refer to; all of them are in one {@link ConfigurationException}.
 *
 * <p><b>Thread-safety:</b> safe for use by many threads; schemas are extended one at a time.
 */
public final class Dovetail {

    private static final Logger LOG = LoggerFactory.getLogger(Dovetail.class);

    private final Definitions definitions;
    private volatile Catalog catalog;
    private final Execution execution;
    private final AtomicReference<@Nullable Extension> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable LiveSchema> live = new AtomicReference<>();

    Dovetail(Definitions definitions, Catalog catalog, Execution execution) {
        this.definitions = definitions;
        this.catalog = catalog;
        this.execution = execution;
        execution.catalog().refreshBy(this::refreshCatalog);
    }

    /** Begins the declaration of what Dovetail is to do. */
    public static DovetailBuilder builder() {
        return new DovetailBuilder();
    }

    /**
     * Adds types and fields to a schema that is still SDL. Scalars, types and fields that it has already are used.
     *
     * @return the same registry
     * @throws ConfigurationException if anything declared does not fit the schema or the database
     */
    public TypeDefinitionRegistry extend(TypeDefinitionRegistry registry) {
        TypeDefinitionRegistry before = new TypeDefinitionRegistry().merge(registry);
        LiveSchema schema = resolve(new RegistryView(before));
        schema.extension().extend(registry);
        latest.set(schema.extension());
        live.set(schema);
        return registry;
    }

    /**
     * Adds data fetchers and scalars to the wiring of the schema that {@link #extend(TypeDefinitionRegistry)} extended
     * last. Data fetchers and scalars that the wiring has already are kept, so add those of the host first.
     *
     * @return the same wiring
     * @throws IllegalStateException if no registry was extended before
     */
    public RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        Extension extension = latest.get();
        if (extension == null) {
            throw new IllegalStateException("Call extend(TypeDefinitionRegistry) before wire(RuntimeWiring.Builder)");
        }
        extension.wire(wiring);
        return wiring;
    }

    /**
     * Builds the schema of a registry, as graphql-java's {@link SchemaGenerator} does, however many types are linked: the
     * generator recurses from each type to those that it leads to, and overflows the stack of a usual thread at a chain of
     * some hundred tables. In Spring, give {@code dovetail::makeExecutableSchema} to {@code schemaFactory} of the {@code
     * GraphQlSource}'s builder.
     *
     * @return the schema, built on another thread that this one waits for
     * @throws graphql.schema.idl.errors.SchemaProblem as the generator throws it
     */
    public GraphQLSchema makeExecutableSchema(TypeDefinitionRegistry registry, RuntimeWiring wiring) {
        return LargeStack.call(() -> new SchemaGenerator().makeExecutableSchema(registry, wiring));
    }

    /**
     * A schema that was built before, with types, fields and data fetchers added. Data fetchers of the host's stay.
     * Rebuilding takes seconds for a schema of a thousand types; extending SDL takes no time.
     *
     * @throws ConfigurationException if anything declared does not fit the schema or the database
     */
    public GraphQLSchema extend(GraphQLSchema schema) {
        LiveSchema extended = resolve(new BuiltSchemaView(schema));
        GraphQLSchema result = extended.extension().extend(schema);
        live.set(extended);
        return result;
    }

    /**
     * The SDL of the host's schema as Dovetail extends it, for schema registries and code generators. Needs no wiring;
     * the registry stays as it is.
     *
     * @throws ConfigurationException if anything declared does not fit the schema or the database
     */
    public String printSchema(TypeDefinitionRegistry registry) {
        TypeDefinitionRegistry copy = new TypeDefinitionRegistry().merge(registry);
        resolve(new RegistryView(registry)).extension().extend(copy);
        return printSchema(makeExecutableSchema(copy, RuntimeWiring.MOCKED_WIRING));
    }

    /** The SDL of a schema, without what every schema has. */
    public String printSchema(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(schema);
    }

    /**
     * What the {@code GraphQL} that executes an extended schema needs: it gives requests that have none a registry for
     * their batches. It does nothing for single fields and may be chained with others.
     */
    public Instrumentation instrumentation() {
        return new BatchInstrumentation(execution);
    }

    /**
     * What may execute queries instead of graphql-java's own strategy, to answer them faster: joined rows become parts of
     * the answer at once, without a round through the engine for each field. The answer is the same, and so are its errors:
     * where a data fetcher of the host's, an instrumentation of fields, a limit on nodes or {@code @defer} needs the engine,
     * and where anything is wrong, the engine does it.
     *
     * <pre>{@code
     * GraphQL.newGraphQL(schema)
     *         .queryExecutionStrategy(dovetail.executionStrategy())
     *         .instrumentation(dovetail.instrumentation())
     * }</pre>
     *
     * <p>Objects of the answer are then maps that cannot be changed. It serves mutations and subscriptions as well, since
     * graphql-java completes everything below their root fields by the strategy for queries.
     */
    public ExecutionStrategy executionStrategy() {
        return new JoinExecutionStrategy();
    }

    /**
     * The same, with what handles exceptions of data fetchers: the one that a {@code GraphQL} is given as a default does not
     * reach a strategy of the host's.
     */
    public ExecutionStrategy executionStrategy(DataFetcherExceptionHandler exceptionHandler) {
        return new JoinExecutionStrategy(exceptionHandler);
    }

    /**
     * What answers the entities of a federated graph, for the schema that was extended last: rows of the tables whose types
     * have {@code @key} directives in the host's SDL.
     *
     * @throws ConfigurationException if a key is none that rows can be looked up by
     * @throws IllegalStateException if no schema was extended before
     */
    public Entities entities() {
        return new Entities(extended("entities").entities());
    }

    /**
     * Begins a worker that delivers the calls of asynchronous actions to the handlers that were declared. It needs no
     * schema, and may be in another process than the one that answers requests.
     *
     * @throws IllegalStateException if there is no store of asynchronous actions
     */
    public AsyncActionWorker.Builder asyncActionWorker() {
        AsyncActionStore store = definitions.asyncActions();
        if (store == null) {
            throw new IllegalStateException("There is no store of asynchronous actions; say .asyncActions(store)");
        }
        return new AsyncActionWorker.Builder(store, definitions.actions());
    }

    /**
     * Cancels a request that is being executed, on whatever thread: no lookup is begun for it any more, and statements that
     * are running for it are cancelled, which takes some tenths of a second. Fields that wait for rows then have errors. From
     * graphql-java 25 on, the engine is cancelled as well, so that the answer has no data; its own {@code
     * ExecutionInput.cancel()} does just the same. Before, the engine goes on with what is there.
     *
     * <p>Nothing is undone, and handlers of actions are not interrupted.
     *
     * @param request the input that the request was executed with, by a {@code GraphQL} with {@link #instrumentation()}
     */
    public void cancel(ExecutionInput request) {
        Cancellation.request(request);
    }

    /**
     * Reads the catalog again, for the schema that was extended last, which stays as it is: types that columns have by now,
     * and indexes, are used from the next field on, as long as they would make the same schema. What would make another one
     * is told, and left as it was; a column or table that is gone fails the fields that read it, with {@code table-changed},
     * until it is back. Requests go on meanwhile.
     *
     * <p>It is done by itself, too, when a lookup finds that a table has changed, on a thread of its own; see {@link
     * DovetailBuilder#catalogRefresh}. Schemas that are extended later are made of what was read.
     *
     * @return what is otherwise now
     */
    public synchronized CatalogRefresh refreshCatalog() {
        Catalog read = catalog.readAgain();
        if (read.isWhole()) {
            catalog = read;
        }
        LiveSchema schema = live.get();
        Renewal.Outcome outcome = schema == null ? new Renewal.Outcome(null, Set.of(), List.of()) : schema.renew(read);
        if (!outcome.changed().isEmpty()) {
            LOG.info("Tables that are read otherwise from now on: {}", outcome.changed());
        }
        outcome.differences().forEach(difference -> LOG.warn("Refreshing the catalog: {}", difference));
        return new CatalogRefresh(outcome.changed(), outcome.differences());
    }

    /**
     * What the schema that was extended last has of Dovetail: as text, and as a picture. It is as the catalog was read last.
     *
     * @throws IllegalStateException if no schema was extended before
     */
    public Description describe() {
        Configuration configuration = extended("describe").configuration();
        return new Description(
                DescribedText.of(definitions, configuration), DescribedPicture.of(definitions, configuration));
    }

    private LiveSchema extended(String method) {
        LiveSchema schema = live.get();
        if (schema == null) {
            throw new IllegalStateException("Call extend before " + method + "()");
        }
        return schema;
    }

    private LiveSchema resolve(SchemaView schema) {
        Catalog now = catalog;
        Configuration configuration = new Resolver(definitions, now, schema).resolve();
        Extension extension =
                new Extension(configuration, definitions.scalars(), execution, definitions.asyncActions());
        return new LiveSchema(
                extension, new Renewal(definitions, schema, now, configuration.additions()), configuration);
    }
}
