package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.web.Answer;
import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.ReadyQuery;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.examples.quickstart.web.Transcript;

/** Runs the page's ready queries without a browser, and prints them with their answers and statements. */
record Demo(Requests requests, Transcript transcript) {

    /**
     * Runs them all.
     *
     * @throws IllegalStateException if any was answered with errors, or was not where it should be
     */
    void run() {
        int failed = 0;
        for (ReadyQuery query : ReadyQueries.all()) {
            Answer answer = requests.run(query);
            transcript.all(query, answer);
            failed += answer.hasErrors() == query.refused() ? 0 : 1;
        }
        if (failed > 0) {
            throw new IllegalStateException("Queries that were not answered as they should be: " + failed);
        }
    }
}
