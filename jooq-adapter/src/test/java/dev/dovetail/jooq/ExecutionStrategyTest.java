package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExperimentalApi;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.ResultNodesInfo;
import graphql.execution.conditional.ConditionalNodeDecision;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.Field;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Dovetail's execution strategy answers what the engine answers, byte for byte, and asks it for less. */
final class ExecutionStrategyTest {

    /** The first two have orders; the third is not there, and the fourth has no key. */
    private static final int OUTPUTS = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private static final GraphQLScalarType RELUCTANT_DATE = GraphQLScalarType.newScalar()
            .name("Date")
            .coercing(new Coercing<Object, String>() {
                @Override
                public String serialize(Object value, GraphQLContext context, Locale locale) {
                    if (value.toString().startsWith("1999")) {
                        throw new CoercingSerializeException("Not a good year");
                    }
                    return value.toString();
                }
            })
            .build();

    private TestDatabase database;
    private GraphQLSchema schema;
    private Dovetail dovetail;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create type mood as enum ('GLAD', 'SAD')",
                "create table users (id int primary key, name text, feels mood, tags text[], born date, boss int,"
                        + " secret text, small bigint)",
                "create table orders (id int primary key, user_id int, total numeric(8, 2), placed timestamptz)",
                "create table items (order_id int, line int, product uuid, primary key (order_id, line))",
                "create index on orders (user_id, id)",
                "insert into users values (1, 'Ann', 'GLAD', '{a,null,b}', '2001-02-03', 2, 's', 7),"
                        + " (2, 'Bob', null, null, null, 9, null, 8)",
                "insert into orders values (1, 1, 7.50, '2024-01-02T03:04:05Z'), (2, 1, null, null), (3, 2, 1, null)",
                "insert into items select o, l, md5(o::text || l)::uuid from generate_series(1, 3) o,"
                        + " generate_series(1, 2) l");
        dovetail = Dovetail.builder()
                .catalogRefresh(null)
                .tables(JooqTableSource.of(database.dsl()))
                .types("type Output { key: Int label: String }")
                .scalar(RELUCTANT_DATE)
                .action(ActionDefinition.query("outputs")
                        .returns("[Output!]!")
                        .handler(call -> IntStream.rangeClosed(1, OUTPUTS)
                                .mapToObj(key -> key == OUTPUTS
                                        ? Map.of("label", "none")
                                        : Map.of("key", key, "label", "l" + key))
                                .toList())
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .field("initial")
                        .requires("name")
                        .access(AccessRule.forEveryone()
                                .allRows()
                                .columns("id", "name", "feels", "tags", "born", "boss", "small")
                                .build())
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .open()
                        .build())
                .table(TableDefinition.of("public", "items")
                        .type("Item")
                        .allColumns()
                        .open()
                        .build())
                .relationship(Outputs.userByKey("user").build())
                .relationship(Outputs.usersByKey("users").build())
                .relationship(ObjectRelationship.named("boss_user")
                        .on("User")
                        .references("public", "users")
                        .from("boss")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("any_order")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .orderBy("id")
                        .arguments(RowArgument.values())
                        .aggregates()
                        .connection()
                        .build())
                .relationship(ArrayRelationship.named("items")
                        .on("Order")
                        .references("public", "items")
                        .from("id")
                        .to("order_id")
                        .orderBy("line")
                        .build())
                .relationship(ObjectRelationship.named("customer")
                        .on("Order")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .nonNull()
                        .build())
                .build();
        schema = Service.schema(
                dovetail,
                "type Query { version: String } extend type User { initial: String self: User }"
                        + " interface Named { name: String } extend type User implements Named",
                wiring -> wiring.type(
                                "Named",
                                type -> type.typeResolver(
                                        environment -> environment.getSchema().getObjectType("User")))
                        .type(
                                "User",
                                type -> type.dataFetcher("initial", environment -> {
                                            Map<String, String> row = environment.getSource();
                                            return row.get("name").substring(0, 1);
                                        })
                                        .dataFetcher("self", DataFetcher.class.cast((DataFetcher<Object>)
                                                environment -> environment.getSource()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user { id }",
                "key user { n: name name feels tags born __typename kind: __typename } label",
                "users { name } none: users { id @skip(if: true) name @include(if: $yes) }",
                "user { name orders { id total placed items { line product } } }",
                "user { ...user orders { id } ... on Named { name } } users { ...user }",
                "user { orders { total } orders { id } o: orders(limit: 1) { id } p: orders(offset: 1) { id } }",
                "user { boss_user { name boss_user { name orders { id } } } }",
                "user { orders(where: {id: {_gt: $most}}, order_by: {id: desc}) { id customer { name } } }",
                "user { orders_aggregate { __typename aggregate { count c: count(columns: [total]) sum { total } } } }",
                "user { orders_aggregate { aggregate { max { id total } } nodes { id items { line } } } }",
                "user { orders_connection(first: 1) { edges { cursor node { id items { line } } } pageInfo { hasNextPage"
                        + " endCursor } } }",
                "user { orders_connection { a: edges { n: cursor } b: edges { n: node { id } } } }",
                "user { a: orders_connection(last: 1) { e: edges { n: node { i: id } } } }",
            })
    void plainSelections_answeredAlike_withoutTheEngine(String selection) {
        Answer own = assertAlike(selection, UnaryOperator.identity());

        // Of the engine: outputs, and of each its fields.
        assertThat(own.engineNodes()).isLessThanOrEqualTo(1 + OUTPUTS * 5);
        assertThat(own.text()).startsWith("{\"data\":{\"outputs\":[{").doesNotContain("errors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user { secret name }",
                "user { name any_order { id } }",
                "user { initial orders { id } }",
                "user { self { name orders { id total } } orders { id } }",
                "user { self { self { orders { total } } } orders { id } }",
                "users { name orders(limit: -1) { id } }",
                "user { orders_aggregate(where: {id: {_gt: 0}}) { aggregate { sum { id } } nodes { id } } secret }",
            })
    void whatNeedsTheEngine_answeredAlike_errorsIncluded(String selection) {
        assertAlike(selection, UnaryOperator.identity());
    }

    @Test
    void nullWhereNoneMayBe_bubblesUpAsTheEngineSays() {
        database.run(
                "alter table items drop constraint items_pkey",
                "alter table items alter line drop not null",
                "update items set line = null where order_id = 2 and line = 1");

        Answer own = assertAlike("user { name orders { id items { line product } } }", UnaryOperator.identity());

        assertThat(own.text()).contains("NullValueInNonNullableField", "\"items\":null", "\"line\":1");
    }

    @Test
    void failedLookup_belowRows_failsAsTheEngineSays() {
        database.run("drop table items");

        Answer own = assertAlike("user { name orders { id items { line } } }", UnaryOperator.identity());

        assertThat(own.text()).contains("table-changed", "Ann");
    }

    /** Values that a scalar refuses are errors of single fields; the rest of the list is completed as ever. */
    @Test
    void refusedValue_isAnErrorOfItsField() {
        database.run("update users set born = '1999-01-01' where id = 2");

        Answer own = assertAlike("users { name born }", UnaryOperator.identity());

        assertThat(own.text()).contains("Not a good year", "2001-02-03", "Bob");
    }

    @Test
    void instrumentationOfFields_isAskedForEachOne() {
        AtomicInteger completed = new AtomicInteger();
        Instrumentation counting = new SimplePerformantInstrumentation() {
            @Override
            public InstrumentationContext<Object> beginFieldCompletion(
                    InstrumentationFieldCompleteParameters parameters, InstrumentationState state) {
                completed.incrementAndGet();
                return null;
            }
        };
        String query = query("user { name orders { id } }");

        answer(graphQL(false, counting), query, UnaryOperator.identity());
        int engine = completed.getAndSet(0);
        answer(graphQL(true, counting), query, UnaryOperator.identity());

        assertThat(completed).hasValue(engine);
    }

    @Test
    void instrumentationThatFetchesOtherwise_isAsked() {
        Instrumentation hiding = new SimplePerformantInstrumentation() {
            @Override
            public DataFetcher<?> instrumentDataFetcher(
                    DataFetcher<?> fetcher,
                    InstrumentationFieldFetchParameters parameters,
                    InstrumentationState state) {
                return parameters.getEnvironment().getField().getName().equals("total") ? environment -> null : fetcher;
            }
        };

        String query = query("user { name orders { id total } }");
        Answer engine = answer(graphQL(false, hiding), query, UnaryOperator.identity());
        Answer own = answer(graphQL(true, hiding), query, UnaryOperator.identity());

        assertThat(own.text()).isEqualTo(engine.text()).doesNotContain("7.5");
    }

    @Test
    void limitOnNodes_countsEachField() {
        UnaryOperator<ExecutionInput.Builder> limited =
                input -> input.graphQLContext(Map.of(ResultNodesInfo.MAX_RESULT_NODES, 9));

        Answer own = assertAlike("user { name orders { id } }", limited);

        assertThat(own.engineNodes()).isGreaterThan(9);
    }

    @Test
    void deferredFields_areLeftToTheEngine() {
        UnaryOperator<ExecutionInput.Builder> incremental =
                input -> input.graphQLContext(Map.of(ExperimentalApi.ENABLE_INCREMENTAL_SUPPORT, true));

        assertAlike("user { name orders { id } }", incremental);
    }

    /** Hosts may leave out any field, which only the engine knows of. */
    @Test
    void fieldsThatTheHostLeavesOut_areLeftToTheEngine() {
        ConditionalNodeDecision noTotals = environment -> !(environment.getDirectivesContainer() instanceof Field field)
                || !field.getName().equals("total");
        UnaryOperator<ExecutionInput.Builder> deciding =
                input -> input.graphQLContext(Map.of(ConditionalNodeDecision.class, noTotals));

        Answer own = assertAlike("user { name orders { id total customer { name } } }", deciding);

        assertThat(own.text()).contains("customer").doesNotContain("total");
    }

    /** The answer's objects are maps like any others. */
    @Test
    void objects_answerAsMaps() {
        ExecutionResult result = graphQL(true, dovetail.instrumentation())
                .execute(ExecutionInput.newExecutionInput("{ outputs { user { id name } } }"));
        Map<String, List<Map<String, Map<String, Object>>>> data = result.getData();
        Map<String, Object> user = data.get("outputs").get(0).get("user");

        assertThat(user).isEqualTo(Map.of("id", 1, "name", "Ann")).containsOnlyKeys("id", "name");
        assertThat(user.get("nothing")).isNull();
        assertThat(user).doesNotContainKey("nothing").hasToString("{id=1, name=Ann}");
        assertThat(Map.of("id", 1, "name", "Ann")).isEqualTo(user);
    }

    private Answer assertAlike(String selection, UnaryOperator<ExecutionInput.Builder> more) {
        Answer engine = answer(graphQL(false, dovetail.instrumentation()), query(selection), more);
        Answer own = answer(graphQL(true, dovetail.instrumentation()), query(selection), more);
        assertThat(own.text()).isEqualTo(engine.text());
        assertThat(own.statements()).isEqualTo(engine.statements());
        return own;
    }

    private static String query(String selection) {
        return "query($yes: Boolean = true, $most: Int = 0) { outputs { " + selection
                + " spare: user @skip(if: $yes) { few: orders(limit: $most) { id } ...user } } }"
                + " fragment user on User { small orders { total } }";
    }

    private GraphQL graphQL(boolean ownStrategy, Instrumentation instrumentation) {
        GraphQL.Builder graphQL = GraphQL.newGraphQL(schema)
                .instrumentation(
                        new ChainedInstrumentation(dovetail.instrumentation(), new NodeCount(), instrumentation));
        return (ownStrategy ? graphQL.queryExecutionStrategy(dovetail.executionStrategy()) : graphQL).build();
    }

    /**
     * @param text as JSON
     * @param engineNodes how many fields the engine fetched
     */
    private record Answer(String text, int engineNodes, int statements) {}

    /** Keeps what counts the engine's fields; one of requests, which is no obstacle. */
    private static final class NodeCount extends SimplePerformantInstrumentation {

        @Override
        public InstrumentationContext<ExecutionResult> beginExecuteOperation(
                InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
            ExecutionContext context = parameters.getExecutionContext();
            context.getGraphQLContext().put(NodeCount.class, context.getResultNodesInfo());
            return null;
        }
    }

    private Answer answer(GraphQL graphQL, String query, UnaryOperator<ExecutionInput.Builder> more) {
        database.forget();
        ExecutionInput input =
                more.apply(ExecutionInput.newExecutionInput(query)).build();
        try {
            ExecutionResult result = graphQL.executeAsync(input).get(60, TimeUnit.SECONDS);
            ResultNodesInfo nodes = input.getGraphQLContext().get(NodeCount.class);
            return new Answer(
                    JSON.writeValueAsString(result.toSpecification()),
                    nodes.getResultNodesCount(),
                    database.statements().size());
        } catch (Exception e) {
            throw new AssertionError("The request gave no answer: " + query, e);
        }
    }
}
