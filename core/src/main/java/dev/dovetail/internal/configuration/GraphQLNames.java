package dev.dovetail.internal.configuration;

import java.util.regex.Pattern;

/** What GraphQL takes for a name. */
final class GraphQLNames {

    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");

    private GraphQLNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
