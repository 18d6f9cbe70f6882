package dev.dovetail.internal.configuration;

import dev.dovetail.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one start shows it all. */
final class Faults {

    private final List<String> faults = new ArrayList<>();

    /**
     * @param subject the definition that is wrong, as messages call it
     * @param fault what is wrong with it and how to mend it
     */
    void add(Object subject, String fault) {
        faults.add(subject + ": " + fault);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }
}
