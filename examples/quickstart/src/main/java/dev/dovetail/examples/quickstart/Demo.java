package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.web.Answer;
import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.examples.quickstart.web.Transcript;

/** Runs the page's ready queries without a browser, and prints them with their answers and statements. */
record Demo(Requests requests, Transcript transcript) {

    /** Whether all queries were answered without errors. */
    boolean run() {
        boolean complete = true;
        for (String query : ReadyQueries.all()) {
            Answer answer = requests.run(query);
            transcript.all(query, answer);
            complete &= !answer.hasErrors();
        }
        return complete;
    }
}
