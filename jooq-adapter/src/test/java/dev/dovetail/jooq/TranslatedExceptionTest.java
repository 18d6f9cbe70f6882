package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import java.util.Map;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;

/** Frameworks put their own exceptions in the place of jOOQ's, as Spring Boot's listener does. */
final class TranslatedExceptionTest {

    private static final class FrameworkException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FrameworkException(Throwable cause) {
            super("bad SQL grammar", cause);
        }
    }

    @Test
    void lookup_exceptionTranslatedByListener_codeIsStillTableChanged() {
        TestDatabase database = TestDatabase.with("create table users (id int primary key, name text)");
        ExecuteListener translator = ExecuteListener.onException(
                context -> context.exception(new FrameworkException(context.sqlException())));
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(DSL.using(new DefaultConfiguration()
                        .set(TestDatabase.server().dataSource())
                        .set(SQLDialect.POSTGRES)
                        .set(translator))))
                .action(ActionDefinition.query("login")
                        .returns("Login")
                        .handler(call -> Map.of("id", 1))
                        .build())
                .types("type Login { id: Int! }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Login")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        Service service = Service.of(dovetail, "type Query { version: String }");
        database.run("alter table users drop column name");

        assertThat(Service.codes(service.execute("{ login { user { name } } }")))
                .containsExactly("[login, user] table-changed");
    }
}
