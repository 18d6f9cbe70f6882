package host;

import static generated.people.Tables.PERSON;
import static generated.warehouse.Tables.CATEGORY;
import static generated.warehouse.Tables.COUNTS;
import static generated.warehouse.Tables.HAPPY;
import static generated.warehouse.Tables.KINDS;
import static generated.warehouse.Tables.ORDER_LINES;
import static generated.warehouse.Tables.PARTS;

import dev.dovetail.Dovetail;
import dev.dovetail.jooq.JooqRelationship;
import dev.dovetail.jooq.JooqTable;
import dev.dovetail.jooq.JooqTableSource;
import generated.people.People;
import generated.warehouse.Warehouse;
import java.util.function.BiFunction;

/** The warehouse in generated classes, without the name of a table or column. */
public final class TypedWarehouse implements BiFunction<JooqTableSource.Builder, Boolean, Dovetail> {

    /** @param live whether the catalog is the database's */
    @Override
    public Dovetail apply(JooqTableSource.Builder tables, Boolean live) {
        return Dovetail.builder()
                .tables((live
                                ? tables.generated(Warehouse.WAREHOUSE, People.PEOPLE)
                                : tables.catalog(Warehouse.WAREHOUSE, People.PEOPLE))
                        .build())
                .table(JooqTable.of(PERSON).type("Person").allColumns().build())
                .table(JooqTable.of(KINDS).type("Kinds").allColumns().build())
                .table(JooqTable.of(PARTS).type("Part").allColumns().build())
                .table(JooqTable.of(COUNTS).type("Count").allColumns().build())
                .table(JooqTable.of(HAPPY).type("Happy").allColumns().build())
                .table(JooqTable.of(ORDER_LINES).type("Line").allColumns().build())
                .table(JooqTable.of(CATEGORY, CATEGORY.PUBLIC, CATEGORY.CLASS, CATEGORY.GETCLASS)
                        .type("Category")
                        .field("quoted").column(CATEGORY.QUOTED_22NAME.getName())
                        .field("words").column(CATEGORY.TWO_WORDS.getName())
                        .field("first").column(CATEGORY._1ST.getName())
                        .build())
                .relationship(JooqRelationship.object("person").on("Item")
                        .references(PERSON).from("id").to(PERSON.ID).build())
                .relationship(JooqRelationship.object("kinds").on("Item")
                        .references(KINDS).from("uuid").to(KINDS.ID).build())
                .relationship(JooqRelationship.array("parts").on("Item")
                        .references(PARTS).from("id").to(PARTS.ID).build())
                .relationship(JooqRelationship.array("moody").on("Item")
                        .references(ORDER_LINES).from("mood").to(ORDER_LINES.MOOD)
                        .orderBy(ORDER_LINES.ORDER_NO.desc(), ORDER_LINES.LINE_NO).build())
                .relationship(JooqRelationship.array("active").on("Item")
                        .references(PERSON).from("yes").to(PERSON.ACTIVE).orderBy(PERSON.ID.asc()).build())
                .relationship(JooqRelationship.object("boss").on("Person")
                        .along(generated.people.Keys.PERSON__PERSON_BOSS_ID_FKEY).build())
                .relationship(JooqRelationship.array("staff").on("Person")
                        .along(generated.people.Keys.PERSON__PERSON_BOSS_ID_FKEY).orderBy(PERSON.ID).build())
                .relationship(JooqRelationship.array("lines").on("Person")
                        .along(generated.warehouse.Keys.ORDER_LINES__ORDER_LINES_PICKED_BY_FKEY)
                        .orderBy(ORDER_LINES.ORDER_NO, ORDER_LINES.LINE_NO)
                        .and().aggregates().connection().build())
                .relationship(JooqRelationship.object("count").on("Person")
                        .references(COUNTS).from(PERSON.ID).to(COUNTS.PERSON_ID).build())
                .relationship(JooqRelationship.object("category").on("Line")
                        .along(generated.warehouse.Keys.ORDER_LINES__ORDER_LINES_CLASS_NO_CLASS_PUBLIC_FKEY).build())
                .relationship(JooqRelationship.array("happy").on("Line")
                        .references(HAPPY)
                        .from(ORDER_LINES.ORDER_NO, ORDER_LINES.LINE_NO)
                        .to(HAPPY.ORDER_NO, HAPPY.LINE_NO)
                        .build())
                .build();
    }
}
