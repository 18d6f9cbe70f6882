package dev.dovetail.internal.configuration;

import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.failure.Faults;
import dev.dovetail.internal.model.Join;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys by which a federated graph may refer to rows of tables.
 *
 * <p>Their faults are their own: a host that answers its entities itself may have keys that no table has.
 *
 * @param joins one for each key, those of a type in the order of their declaration
 * @param faults what is wrong with the others
 */
public record EntityKeys(List<Join> joins, Faults faults) {

    EntityKeys() {
        this(new ArrayList<>(), new Faults());
    }

    /**
     * Makes sure that rows can be looked up by all of them.
     *
     * @throws ConfigurationException with every fault, if there is any
     */
    public void check() {
        faults.throwIfAny();
    }

    /** Warns of those that are looked up slowly. */
    public void warnOfMissingIndexes() {
        joins.forEach(
                join -> MissingIndex.warn(join.relationship(), join.target().table()));
    }
}
