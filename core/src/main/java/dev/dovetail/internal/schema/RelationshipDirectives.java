package dev.dovetail.internal.schema;

import graphql.language.DirectiveDefinition;
import graphql.parser.Parser;
import java.util.Map;
import java.util.stream.Collectors;

/** The directives by which a schema declares relationships itself. */
public final class RelationshipDirectives {

    /** To one row. */
    public static final String OBJECT = "objectRelationship";

    /** To many rows. */
    public static final String ARRAY = "arrayRelationship";

    /** The scalar of their mappings. */
    public static final String MAPPING_SCALAR = "JSON";

    private static final String SDL = """
            "Joins each object of the type to one row of a table"
            directive @objectRelationship(
              "The field that it becomes"
              name: String!
              "The source that has the table, where there are several"
              source: String
              schema: String = ""
              table: String!
              "Fields of the type to columns of the table, as in {id: \\"user_id\\"}"
              mapping: JSON!
              "Columns, each with desc behind it or not: which row comes first, where several match"
              orderBy: [String!]
              "Whether rows of the type can be filtered and ordered by it"
              filterable: Boolean
              nonNull: Boolean
            ) repeatable on OBJECT | INTERFACE

            "Joins each object of the type to rows of a table"
            directive @arrayRelationship(
              "The field that it becomes"
              name: String!
              "The source that has the table, where there are several"
              source: String
              schema: String = ""
              table: String!
              "Fields of the type to columns of the table, as in {id: \\"user_id\\"}"
              mapping: JSON!
              "Columns, each with desc behind it or not"
              orderBy: [String!]
              "Whether rows of the type can be filtered and ordered by it"
              filterable: Boolean
              nonNull: Boolean
              "Whether there is a field for counts and sums as well"
              aggregates: Boolean
              "Whether there is a field for pages as well"
              connection: Boolean
            ) repeatable on OBJECT | INTERFACE
            """;

    private static final Map<String, DirectiveDefinition> DEFINITIONS =
            Parser.parse(SDL).getDefinitionsOfType(DirectiveDefinition.class).stream()
                    .collect(Collectors.toUnmodifiableMap(DirectiveDefinition::getName, definition -> definition));

    private RelationshipDirectives() {}

    /** Their definitions, by name. */
    public static Map<String, DirectiveDefinition> definitions() {
        return DEFINITIONS;
    }
}
