package dev.dovetail.jooq.internal.standby;

import dev.dovetail.jooq.internal.lookup.TreeChoice;
import dev.dovetail.table.TableRows;
import org.jooq.DSLContext;

/** A lookup, which any of the servers may be asked. */
@FunctionalInterface
public interface ServerLookup {

    /**
     * What one server says.
     *
     * @param trees learns how far away it is
     */
    TableRows on(DSLContext dsl, TreeChoice trees);
}
