package dev.dovetail.examples.springboot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** A field that is answered by a thread to which nothing of the request is bound, as by a client of another service. */
@Controller
class LaterController {

    static final String THREAD = "later";

    private final ExecutorService answering = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    @QueryMapping
    CompletableFuture<List<UserOutput>> usersLater(@Argument List<String> ids) {
        CompletableFuture<List<UserOutput>> users = new CompletableFuture<>();
        answering.execute(() -> {
            pause();
            users.complete(ids.stream().map(UserOutput::new).toList());
        });
        return users;
    }

    /** Long enough that the request's thread has nothing more to do. */
    private static void pause() {
        try {
            // the engine tells nobody that it only waits for this answer
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
