package dev.dovetail.async;

/** How far a call of an asynchronous action is. */
public enum AsyncActionStatus {
    /** It waits for its first delivery, or for the next one. */
    QUEUED,
    /** A worker holds it, or held it when it crashed. */
    RUNNING,
    /** The handler gave its output. */
    COMPLETED,
    /** The handler refused it, or every attempt failed: a dead letter, which is kept. */
    FAILED,
    /** The host cancelled it. */
    CANCELLED,
    /** It was too old when its turn came. */
    EXPIRED
}
