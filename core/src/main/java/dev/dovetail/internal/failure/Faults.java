package dev.dovetail.internal.failure;

import dev.dovetail.definition.Relationship;
import dev.dovetail.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that one start shows it all. */
public final class Faults {

    private final List<String> faults = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param subject the definition that is wrong, as messages call it
     * @param fault what is wrong with it and how to mend it
     */
    public void add(Object subject, String fault) {
        String place = subject instanceof Relationship relationship ? relationship.declaredAt() : null;
        faults.add(subject + (place == null ? "" : " (" + place + ")") + ": " + fault);
    }

    /**
     * Ends the start if anything is wrong.
     *
     * @throws ConfigurationException with every fault
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }
}
