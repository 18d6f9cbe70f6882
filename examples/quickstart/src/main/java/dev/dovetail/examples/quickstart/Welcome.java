package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.web.WebServer;
import java.io.PrintStream;

/** Says where the page is. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, WebServer server, int wantedPort) {
        out.println();
        if (server.port() != wantedPort) {
            out.println("Port " + wantedPort + " is in use, so a free one was taken.");
        }
        out.println("Open " + server.page() + " in a browser and run the first query.");
        out.println("The SQL statements of each request are printed here. Ctrl+C stops everything.");
        out.println();
    }
}
