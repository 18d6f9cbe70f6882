package dev.dovetail.examples.replicas;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableSource;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import org.jooq.DSLContext;

/** Accounts whose version is written by one action, and joined to what that and another one answer. */
final class Accounts {

    static final String READ = "query($id: Int!) { read(id: $id) { id account { version } } }";
    static final String WRITE =
            "mutation($id: Int!, $version: Int!) { write(id: $id, version: $version) { id account { version } } }";

    private Accounts() {}

    /** Makes accounts of version 0. */
    static void create(DSLContext primary, int number) {
        primary.execute("drop table if exists accounts");
        primary.execute("create table accounts (id int primary key, version int not null)");
        primary.execute("insert into accounts select n, 0 from generate_series(0, ? - 1) n", number);
    }

    /**
     * What answers.
     *
     * @param tables that are joined
     * @param primary that is written to
     */
    static GraphQL graphQL(TableSource tables, DSLContext primary) {
        Dovetail dovetail = dovetail(tables, primary);
        TypeDefinitionRegistry types = dovetail.extend(new SchemaParser().parse("type Query { version: String }"));
        RuntimeWiring wiring = dovetail.wire(RuntimeWiring.newRuntimeWiring()).build();
        GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(types, wiring);
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    private static Dovetail dovetail(TableSource tables, DSLContext primary) {
        return Dovetail.builder()
                .tables(tables)
                .types("type AccountOutput { id: Int! }")
                .action(ActionDefinition.query("read")
                        .argument("id", "Int!")
                        .returns("AccountOutput")
                        .handler(call -> Map.of("id", call.<Integer>argument("id")))
                        .build())
                .action(ActionDefinition.mutation("write")
                        .argument("id", "Int!")
                        .argument("version", "Int!")
                        .returns("AccountOutput")
                        .handler(call -> write(primary, call))
                        .build())
                .table(TableDefinition.of("public", "accounts")
                        .type("Account")
                        .columns("version")
                        .build())
                .relationship(ObjectRelationship.named("account")
                        .on("AccountOutput")
                        .references("public", "accounts")
                        .from("id")
                        .to("id")
                        .build())
                .build();
    }

    private static Map<String, Integer> write(DSLContext primary, ActionCall call) {
        Integer id = call.argument("id");
        Integer version = call.argument("version");
        primary.execute("update accounts set version = ? where id = ?", version, id);
        return Map.of("id", id);
    }
}
