package dev.dovetail.error;

import java.util.List;

/**
 * What the host declared does not fit together, or does not fit its schema or database.
 *
 * <p>Holds every fault that was found, so that one start shows them all. Each fault names the definition, what is
 * wrong, and what exists instead.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    /**
     * An exception for these faults.
     *
     * @param faults at least one sentence, each complete in itself
     */
    public ConfigurationException(List<String> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order in which the definitions were declared. */
    public List<String> faults() {
        return faults;
    }

    private static String message(List<String> faults) {
        String heading = faults.size() == 1
                ? "Dovetail's configuration has a fault:"
                : "Dovetail's configuration has " + faults.size() + " faults:";
        return heading + "\n  - " + String.join("\n  - ", faults);
    }
}
