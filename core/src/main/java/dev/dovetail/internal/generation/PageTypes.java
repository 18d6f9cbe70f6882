package dev.dovetail.internal.generation;

import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.schema.Fields;
import dev.dovetail.internal.schema.TypeTexts;
import dev.dovetail.internal.schema.Types;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import java.util.List;

/** Generates the types of pages, whose fields have Relay's names whatever the host's naming: {@code Order_connection}. */
record PageTypes(GeneratedTypes types) {

    Type<?> of(TableType table) {
        return types.of(table, "connection", name -> define(name, table));
    }

    /** The arguments that say which page is meant. */
    static List<InputValueDefinition> arguments() {
        return List.of(
                Fields.argument("first", TypeTexts.named("Int"), "How many rows from the beginning, or behind `after`"),
                Fields.argument("after", TypeTexts.named("String"), "Only rows behind the one with this cursor"),
                Fields.argument("last", TypeTexts.named("Int"), "How many rows from the end, or in front of `before`"),
                Fields.argument("before", TypeTexts.named("String"), "Only rows in front of the one with this cursor"));
    }

    private TypeDefinition<?> define(String name, TableType table) {
        Type<?> edge = types.of(table, "edge", inner -> defineEdge(inner, table));
        Type<?> info = types.shared("PageInfo", PageTypes::defineInfo);
        return Types.object(
                name,
                "A page of rows of " + table.name(),
                List.of(
                        Fields.field(
                                "edges",
                                TypeTexts.nonNull(TypeTexts.listOf(TypeTexts.nonNull(edge))),
                                "The rows with their cursors"),
                        Fields.field("pageInfo", TypeTexts.nonNull(info), "Where the page stands")));
    }

    private static TypeDefinition<?> defineEdge(String name, TableType table) {
        return Types.object(
                name,
                "A row of " + table.name() + " in a page",
                List.of(
                        Fields.field("cursor", TypeTexts.nonNull(TypeTexts.named("String")), "Where the row stands"),
                        Fields.field("node", TypeTexts.nonNull(TypeTexts.named(table.name())), "The row")));
    }

    private static TypeDefinition<?> defineInfo(String name) {
        Type<?> flag = TypeTexts.nonNull(TypeTexts.named("Boolean"));
        Type<?> cursor = TypeTexts.named("String");
        return Types.object(
                name,
                "Where a page stands among all rows",
                List.of(
                        Fields.field("hasNextPage", flag, "Whether there are rows behind the page"),
                        Fields.field("hasPreviousPage", flag, "Whether there are rows in front of the page"),
                        Fields.field("startCursor", cursor, "The cursor of the first row; null when the page is empty"),
                        Fields.field("endCursor", cursor, "The cursor of the last row; null when the page is empty")));
    }
}
