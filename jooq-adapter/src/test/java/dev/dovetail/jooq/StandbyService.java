package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.Map;
import org.jooq.DSLContext;

/** Users and their notes behind GraphQL, whose actions write to a primary. */
final class StandbyService {

    static final String[] DDL = {
        "create table users (id int primary key, name text not null)",
        "create table notes (id int primary key, user_id int not null, body text not null)",
        "insert into users values (1, 'Ann'), (2, 'Bob')",
        "insert into notes values (10, 1, 'first')"
    };

    static final String QUERY = "{ user { row { name } } }";
    static final String NESTED = "{ user { row { name notes { body } } } }";
    static final String RENAME = "mutation { rename(name: \"%s\") { row { name } } }";

    private final Service service;

    private StandbyService(Service service) {
        this.service = service;
    }

    /**
     * A service.
     *
     * @param primary what actions write to
     * @param users the table or view that relationships read
     */
    static StandbyService of(JooqTableSource source, DSLContext primary, String users) {
        return new StandbyService(Service.of(dovetail(source, primary, users), "type Query { version: String }"));
    }

    static StandbyService of(JooqTableSource source, DSLContext primary) {
        return of(source, primary, "users");
    }

    ExecutionResult execute(String document) {
        return service.execute(document);
    }

    ExecutionResult execute(String document, Map<?, Object> context) {
        return service.execute(document, input -> input.graphQLContext(context));
    }

    /** An answer without errors, as text. */
    String data(String document) {
        return service.data(document).toString();
    }

    /** An answer without errors to a request that brings a position along. */
    String data(String document, WalPosition position) {
        ExecutionResult result = execute(document, Map.of(WalPosition.class, position));
        if (!result.getErrors().isEmpty()) {
            throw new AssertionError("Unexpected errors: " + result.getErrors());
        }
        return result.getData().toString();
    }

    private static Dovetail dovetail(JooqTableSource source, DSLContext primary, String users) {
        return Dovetail.builder()
                .tables(source)
                .types("type Output { id: Int! }")
                .action(ActionDefinition.query("user")
                        .returns("Output")
                        .handler(call -> Map.of("id", 1))
                        .build())
                .action(ActionDefinition.mutation("rename")
                        .argument("name", "String!")
                        .returns("Output")
                        .handler(call -> {
                            DSLContext own =
                                    call.environment().getGraphQlContext().getOrDefault(DSLContext.class, primary);
                            own.execute("update users set name = ? where id = 1", call.<String>argument("name"));
                            return Map.of("id", 1);
                        })
                        .build())
                .table(TableDefinition.of("public", users)
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "notes")
                        .type("Note")
                        .columns("body")
                        .build())
                .relationship(ObjectRelationship.named("row")
                        .on("Output")
                        .references("public", users)
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("notes")
                        .on("User")
                        .references("public", "notes")
                        .from("id")
                        .to("user_id")
                        .build())
                .build();
    }
}
