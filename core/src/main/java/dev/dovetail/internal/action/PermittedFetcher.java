package dev.dovetail.internal.action;

import dev.dovetail.internal.access.ActionAccess;

/** A data fetcher that asks an action's permissions before anything else. */
public interface PermittedFetcher {

    /** Whether not everybody may call. */
    boolean isRestricted();

    /** Asks these permissions from here on, which are the same ones by another reading of the catalog. */
    void renew(ActionAccess access);
}
