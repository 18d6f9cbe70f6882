package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.database.ShopDatabase;
import dev.dovetail.examples.quickstart.userservice.UserService;
import dev.dovetail.examples.quickstart.web.Requests;
import dev.dovetail.examples.quickstart.web.Transcript;
import dev.dovetail.examples.quickstart.web.WebServer;
import graphql.GraphQL;
import java.io.PrintStream;

/** What the example starts: a database, a REST service, and a web server or a demo. */
final class Services implements AutoCloseable {

    private final ShopDatabase database;
    private final UserService userService;
    private final Requests requests;

    private Services(ShopDatabase database, UserService userService) {
        this.database = database;
        this.userService = userService;
        GraphQL graphQL = Quickstart.graphQL(Quickstart.dovetail(database.dsl(), userService));
        this.requests = new Requests(graphQL, database.statements());
    }

    /**
     * Starts the database and the REST service.
     *
     * @throws IllegalStateException if PostgreSQL does not run here, with a message for the user
     */
    static Services start() {
        ShopDatabase database = ShopDatabase.start();
        return new Services(database, UserService.start(database.dataSource()));
    }

    /** What runs GraphQL requests. */
    Requests requests() {
        return requests;
    }

    /** The REST service behind createUser and auth0_profile. */
    UserService userService() {
        return userService;
    }

    /** Prints the answers of the ready queries, then stops everything. */
    void demo(PrintStream out) {
        try (this) {
            new Demo(requests, new Transcript(out)).run();
        }
    }

    /** Serves the page, on this port if it is free; 0 stands for any port. */
    WebServer serve(PrintStream out, int port) {
        WebServer server = WebServer.start(port, requests, new Transcript(out));
        out.println();
        if (port != 0 && server.port() != port) {
            out.println("Port " + port + " is in use, so a free one was taken.");
        }
        out.println("Open " + server.page() + " in a browser and run the first query.");
        out.println("The SQL statements of each request are printed here. Ctrl+C stops everything.");
        out.println();
        return server;
    }

    @Override
    public void close() {
        userService.close();
        database.close();
    }
}
