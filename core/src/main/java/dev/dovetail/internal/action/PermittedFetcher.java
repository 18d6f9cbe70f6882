package dev.dovetail.internal.action;

/** A data fetcher that asks an action's permissions before anything else. */
public interface PermittedFetcher {

    /** Whether not everybody may call. */
    boolean isRestricted();
}
