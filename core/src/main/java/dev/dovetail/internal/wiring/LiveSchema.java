package dev.dovetail.internal.wiring;

import dev.dovetail.error.ConfigurationException;
import dev.dovetail.internal.configuration.Catalog;
import dev.dovetail.internal.configuration.Configuration;
import dev.dovetail.internal.configuration.EntityKeys;
import dev.dovetail.internal.configuration.Renewal;
import dev.dovetail.internal.entity.TableEntities;

/**
 * A schema that was extended, and goes on when its tables change.
 *
 * <p><b>Thread-safety:</b> requests may run meanwhile; it is renewed by one thread at a time.
 */
public final class LiveSchema {

    private final Extension extension;
    private final Renewal renewal;
    private volatile Configuration configuration;
    private volatile boolean answersEntities;

    /**
     * @param configuration what the schema was extended by
     */
    public LiveSchema(Extension extension, Renewal renewal, Configuration configuration) {
        this.extension = extension;
        this.renewal = renewal;
        this.configuration = configuration;
    }

    public Extension extension() {
        return extension;
    }

    /** What answers its fields now, and its entities as far as anybody asked for what answers them. */
    public Configuration configuration() {
        return answersEntities ? configuration : configuration.withoutEntities();
    }

    /**
     * The entities of a federated graph that are rows.
     *
     * @throws ConfigurationException if a key of one is none that rows can be looked up by
     */
    public TableEntities entities() {
        EntityKeys keys = configuration.entities();
        keys.check();
        if (!answersEntities) {
            answersEntities = true;
            keys.warnOfMissingIndexes();
        }
        return extension.entities();
    }

    /** Takes over what it can of a catalog that was read again. */
    public Renewal.Outcome renew(Catalog read) {
        Renewal.Outcome outcome = renewal.renew(read);
        Configuration renewed = outcome.configuration();
        if (renewed != null) {
            extension.renew(renewed);
            configuration = renewed;
        }
        return outcome;
    }
}
