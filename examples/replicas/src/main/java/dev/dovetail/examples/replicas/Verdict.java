package dev.dovetail.examples.replicas;

/** What an answer is worth. */
enum Verdict {
    /** What the client may rely on. */
    RIGHT,
    /** A field is null, and an error with a code says why. */
    CODED_ERROR,
    /** Older than what the client itself wrote before. */
    STALE,
    /** What nobody ever wrote, or an error without a code. */
    WRONG,
    /** No answer, or a write that was confirmed and is gone. */
    LOST
}
