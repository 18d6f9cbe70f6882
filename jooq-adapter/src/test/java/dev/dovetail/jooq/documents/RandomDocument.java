package dev.dovetail.jooq.documents;

import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Random;

/**
 * A random document of one operation, which selects whatever the schema has.
 *
 * @param text of the operation and its fragments; a few are refused by validation
 * @param variables without those that have defaults
 */
public record RandomDocument(String text, Map<String, Object> variables) {

    /**
     * A document that selects some fields of the root.
     *
     * @param random which decides everything
     * @param depth how many fields there are below each other at most
     */
    public static RandomDocument of(Random random, GraphQLSchema schema, int depth) {
        Variables variables = new Variables(random);
        Fragments fragments = new Fragments();
        RandomSelections selections = new RandomSelections(random, schema, variables, fragments);
        String selection = selections.of(schema.getQueryType(), depth);
        String text = "query" + variables.definitions() + " " + selection + fragments.definitions();
        return new RandomDocument(text, variables.values());
    }
}
