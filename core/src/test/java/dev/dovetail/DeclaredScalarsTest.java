package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scalars of the host's for types that Dovetail adds. */
final class DeclaredScalarsTest {

    private static final GraphQLScalarType MOOD =
            ExtendedScalars.Json.transform(scalar -> scalar.name("mood").description("Any mood"));
    private static final Map<String, Object> ANSWER = Map.of("greet", Map.of("mood", "glad"));
    private static final String QUERY = "{ greet { mood } }";

    private final Dovetail dovetail = Dovetail.builder()
            .types("type Greeting { mood: mood }")
            .scalar(MOOD)
            .scalar(MOOD.transform(scalar -> scalar.name("unused")))
            .action(ActionDefinition.query("greet")
                    .returns("Greeting")
                    .handler(call -> Map.of("mood", "glad"))
                    .build())
            .build();

    @Test
    void scalar_thatSdlLacks_isAddedAndWired_againAfterTheNext() {
        TypeDefinitionRegistry registry = new SchemaParser().parse("type Query { version: String }");

        assertThat(Service.of(dovetail, Service.wired(dovetail, dovetail.extend(registry)))
                        .data(QUERY))
                .isEqualTo(ANSWER);
        assertThat(dovetail.printSchema(registry)).contains("scalar mood").doesNotContain("unused");
    }

    @Test
    void scalar_thatABuiltSchemaLacks_isAdded() {
        Service service = Service.of(
                dovetail, dovetail.extend(Service.hostSchema("type Query { version: String }", wiring -> wiring)));

        assertThat(service.data(QUERY)).isEqualTo(ANSWER);
    }

    @Test
    void scalar_thatTheSchemaHas_staysTheHosts() {
        GraphQLScalarType own = MOOD.transform(scalar -> scalar.coercing(ExtendedScalars.GraphQLLong.getCoercing()));
        Service service =
                Service.of(dovetail, "scalar mood type Query { version: String }", wiring -> wiring.scalar(own));

        assertThat(Service.codes(service.execute(QUERY))).containsExactly("[greet] action-output-invalid");
    }
}
