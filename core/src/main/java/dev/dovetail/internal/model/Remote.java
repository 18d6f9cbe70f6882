package dev.dovetail.internal.model;

import dev.dovetail.definition.RemoteLoader;
import dev.dovetail.definition.RemoteRelationship;

/**
 * A remote relationship whose type and mapping were checked.
 *
 * @param many whether the field is a list
 * @param listOfKeys whether the mapped field is a list of keys
 */
public record Remote(RemoteRelationship relationship, RemoteLoader.Async loader, boolean many, boolean listOfKeys) {

    /** {@code Type.field}, as it is declared: also the name of the relationship's batches. */
    public String name() {
        return relationship.toString();
    }
}
