/** What a host says in Kotlin: no `!!`, and none of the types is a platform type. */
package kotlinhost

import dev.dovetail.Dovetail
import dev.dovetail.access.AccessRule
import dev.dovetail.access.RowFilter
import dev.dovetail.access.SessionVariable
import dev.dovetail.definition.ActionDefinition
import dev.dovetail.definition.ArrayRelationship
import dev.dovetail.definition.Limits
import dev.dovetail.definition.ObjectRelationship
import dev.dovetail.definition.TableDefinition
import dev.dovetail.error.ActionException
import dev.dovetail.jooq.DatabaseSession
import dev.dovetail.jooq.JooqRows
import dev.dovetail.jooq.JooqTableSource
import dev.dovetail.listener.JoinWatch
import dev.dovetail.session.Session
import org.jooq.DSLContext
import org.jooq.impl.DSL

class Found(val id: Int)

class Login(val name: String)

fun dovetail(dsl: DSLContext): Dovetail =
    Dovetail.builder()
        .tables(
            JooqTableSource.on(dsl)
                .databaseSession { session, _ ->
                    DatabaseSession.NONE.setting("app.tenant", session.variable("tenant") ?: "none")
                }
                .build()
        )
        .session { context -> Session.of("user", mapOf("id" to context.get<Int>("id"))) }
        .action(
            ActionDefinition.query("login")
                .handler { call ->
                    val login = call.arguments(Login::class.java)
                    val seen = call.argument<Any>("name")
                    if (login.name.isEmpty() || seen == null) throw ActionException("Nobody", mapOf("code" to "unknown"))
                    Found(1)
                }
                .build()
        )
        .table(
            TableDefinition.of("public", "users").type("User").columns("id", "name")
                .access(
                    AccessRule.forRole("user")
                        .rows(RowFilter.any(RowFilter.column("id").eq(SessionVariable.of("id")), RowFilter.column("id").`in`(listOf(1, 2))))
                        .rows(JooqRows.where { _ -> DSL.noCondition() })
                        .allColumns()
                        .build()
                )
                .build()
        )
        .relationship(
            ObjectRelationship.named("user").on("Found").references("public", "users").from("id").to("id").build()
        )
        .relationship(
            ArrayRelationship.named("friends").on("Found")
                .references("public", "users")
                .keyedBy { source -> if (source is Found) source.id else null }
                .to("id")
                .build()
        )
        .limits(Limits.NONE)
        .listener { join ->
            println(join.relationship())
            JoinWatch.NOTHING
        }
        .build()

fun describe(table: TableDefinition, rule: AccessRule, session: Session): String {
    val name: String = table.table().name()
    val comment: String = table.description() ?: "none"
    val role: String? = rule.role()
    val variable: Any? = session.variable("id")
    return "$name $comment ${role?.length} $variable ${rule.columns()?.size}"
}
