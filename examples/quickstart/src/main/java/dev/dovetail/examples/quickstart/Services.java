package dev.dovetail.examples.quickstart;

import dev.dovetail.examples.quickstart.database.ShopDatabase;
import dev.dovetail.examples.quickstart.userservice.UserService;
import dev.dovetail.examples.quickstart.web.Requests;
import graphql.GraphQL;

/** What runs besides the web server: the database, and the REST service behind createUser. */
final class Services implements AutoCloseable {

    private final ShopDatabase database;
    private final UserService userService;
    private final Requests requests;

    private Services(ShopDatabase database, UserService userService) {
        this.database = database;
        this.userService = userService;
        GraphQL graphQL = Quickstart.graphQL(Quickstart.dovetail(database.dsl(), userService.createUserUri()));
        this.requests = new Requests(graphQL, database.statements());
    }

    /**
     * Starts them.
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

    @Override
    public void close() {
        userService.close();
        database.close();
    }
}
