/** What must not compile: the lines that say so. */
package kotlinhost

import dev.dovetail.Dovetail
import dev.dovetail.access.AccessRule
import dev.dovetail.access.RowFilter
import dev.dovetail.definition.ActionCall
import dev.dovetail.definition.ArrayRelationship
import dev.dovetail.definition.TableDefinition
import dev.dovetail.jooq.JooqTableSource
import dev.dovetail.session.Session
import dev.dovetail.table.Column
import dev.dovetail.table.TableName
import dev.dovetail.table.TableSource

fun nulls(relationship: ArrayRelationship.Builder) {
    TableDefinition.of("public", null) // wrong
    TableDefinition.of("public", "users").columns("id", null) // wrong
    TableDefinition.of("public", "users").description(null) // wrong
    AccessRule.forRole(null) // wrong
    RowFilter.column("id").eq(null) // wrong
    RowFilter.all(null) // wrong
    relationship.keyedBy(null) // wrong
    relationship.references(null, "users").to(null) // wrong
    Session.of("user", null) // wrong
    JooqTableSource.of(null) // wrong
    Dovetail.builder().tables(null) // wrong
}

fun unguarded(table: TableDefinition, rule: AccessRule, session: Session, source: TableSource, call: ActionCall) {
    table.description().length // wrong
    rule.role().length // wrong
    rule.columns().size // wrong
    session.role().length // wrong
    session.variable("id").javaClass // wrong
    source.describe(TableName.of("public", "users")).columns() // wrong
    call.argument<String>("name").length // wrong
    val comment: String = source.describe(TableName.of("public", "users"))?.description() // wrong
    val shown: Any = Column("id", table.let { error(it) }, false, null).shown("1") // wrong
}
