package dev.dovetail.jooq;

import graphql.GraphQL;

/** Which graphql-java the tests run on, where it decides what Dovetail can do. */
final class GraphQLJava {

    private GraphQLJava() {}

    /** The version's first number: 24, 25 … */
    static int version() {
        String jar = GraphQL.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .replaceFirst(".*/graphql-java-", "");
        return Integer.parseInt(jar.substring(0, jar.indexOf('.')));
    }
}
