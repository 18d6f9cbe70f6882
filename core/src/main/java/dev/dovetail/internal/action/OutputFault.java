package dev.dovetail.internal.action;

import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Map;

/**
 * Where an answer does not fit, and why.
 *
 * @param path below the answer, for instance {@code user.tags[3]}; empty for the answer itself
 */
record OutputFault(String path, String text) {

    static OutputFault of(String text) {
        return new OutputFault("", text);
    }

    static OutputFault ofKind(Object value, GraphQLType type) {
        String kind = value instanceof Map<?, ?> ? "an object" : value instanceof Collection<?> ? "a list" : "a scalar";
        return of("is " + kind + ", but its type is " + GraphQLTypeUtil.simplePrint(type));
    }

    static OutputFault ofValue(GraphQLType type) {
        return of("has a value that " + GraphQLTypeUtil.simplePrint(type) + " does not take");
    }

    OutputFault in(String field) {
        return new OutputFault(path.isEmpty() || path.startsWith("[") ? field + path : field + "." + path, text);
    }

    OutputFault in(int position) {
        String element = "[" + position + "]";
        return new OutputFault(path.isEmpty() || path.startsWith("[") ? element + path : element + "." + path, text);
    }

    /** What the client hears of it. */
    String message(String action) {
        return "The answer of action " + action + " does not fit its type: " + this;
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "it" : path) + " " + text;
    }
}
