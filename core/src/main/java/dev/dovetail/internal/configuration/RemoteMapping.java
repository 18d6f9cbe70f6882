package dev.dovetail.internal.configuration;

import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.schema.TypeTexts;
import graphql.language.Type;
import org.jspecify.annotations.Nullable;

/** Resolves the mapping of one remote relationship: each field against the type that it is on. */
final class RemoteMapping {

    private final RemoteRelationship relationship;
    private final MappedFields fields;
    private final Faults faults;
    private boolean listOfKeys;

    RemoteMapping(RemoteRelationship relationship, MappedFields fields, Faults faults) {
        this.relationship = relationship;
        this.fields = fields;
        this.faults = faults;
    }

    /** Whether the only mapped field is a list of keys. */
    boolean isListOfKeys() {
        return listOfKeys;
    }

    /**
     * Whether the mapping has no fault.
     *
     * @param typeKnown whether the type exists, so that fields can be looked for
     * @param returns the field's type, or null when it is not known
     */
    boolean resolve(boolean typeKnown, @Nullable Type<?> returns) {
        boolean byFunction = relationship.keyFunction() != null;
        boolean byFields = !relationship.from().isEmpty();
        if (!byFunction && !byFields) {
            faults.add(relationship, "it maps no fields; say .from(fields...)");
        }
        if (byFunction && byFields) {
            faults.add(relationship, "it is keyed by a function; leave .from(fields...) out");
        }
        boolean complete = byFunction != byFields;
        if (complete && typeKnown) {
            for (String field : relationship.from()) {
                complete &= resolve(field, returns);
            }
        }
        return complete;
    }

    private boolean resolve(String field, @Nullable Type<?> returns) {
        Type<?> type = fields.type(relationship, field);
        return type != null && fields.kind(relationship, field, type) != null && checkList(field, type, returns);
    }

    private boolean checkList(String field, Type<?> type, @Nullable Type<?> returns) {
        boolean takesList = returns == null || TypeTexts.lists(returns) == 1;
        listOfKeys = TypeTexts.lists(type) == 1;
        return fields.checkList(relationship, field, type, takesList, "a relationship that returns a list");
    }
}
