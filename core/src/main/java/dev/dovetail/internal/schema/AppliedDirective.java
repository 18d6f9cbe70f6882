package dev.dovetail.internal.schema;

import graphql.language.Directive;
import graphql.language.SourceLocation;

/**
 * A directive on a type.
 *
 * @param typeName the type that it stands on
 */
public record AppliedDirective(String typeName, Directive directive) {

    /** Where it stands, as far as the parser was told: a file and a line. */
    public String place() {
        SourceLocation location = directive.getSourceLocation();
        if (location == null) {
            return "in the schema";
        }
        return location.getSourceName() == null
                ? "line " + location.getLine() + " of the schema"
                : location.getSourceName() + ":" + location.getLine();
    }
}
