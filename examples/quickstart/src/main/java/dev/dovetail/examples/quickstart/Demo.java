package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.web.Answer;
import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.examples.quickstart.web.Transcript;

/** Runs the page's ready queries without a browser, and prints them with their answers and statements. */
record Demo(Requests requests, Transcript transcript) {

    /**
     * Runs them all.
     *
     * @throws IllegalStateException if any was answered with errors
     */
    void run() {
        int failed = 0;
        for (String query : ReadyQueries.all()) {
            Answer answer = requests.run(query);
            transcript.all(query, answer);
            failed += answer.hasErrors() ? 1 : 0;
        }
        if (failed > 0) {
            throw new IllegalStateException("Queries that were answered with errors: " + failed);
        }
    }
}
