package dev.dovetail.examples.benchmarks.contender;

import dev.dovetail.examples.benchmarks.request.Case;

/** A program that answers requests. Used by one thread at a time. */
@FunctionalInterface
public interface Contender {

    /**
     * Answers a request.
     *
     * @return the JSON {@code {"data": {…}}}, the same bytes from every contender
     */
    byte[] answer(Case request);
}
