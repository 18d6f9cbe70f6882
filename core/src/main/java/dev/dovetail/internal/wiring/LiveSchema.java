package dev.dovetail.internal.wiring;

import dev.dovetail.internal.configuration.Catalog;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.Renewal;

/**
 * A schema that was extended, and goes on when its tables change.
 *
 * <p><b>Thread-safety:</b> requests may run meanwhile; it is renewed by one thread at a time.
 */
public record LiveSchema(Extension extension, Renewal renewal) {

    /** Takes over what it can of a catalog that was read again. */
    public Renewal.Outcome renew(Catalog read) {
        Renewal.Outcome outcome = renewal.renew(read);
        Configuration configuration = outcome.configuration();
        if (configuration != null) {
            extension.renew(configuration);
        }
        return outcome;
    }
}
