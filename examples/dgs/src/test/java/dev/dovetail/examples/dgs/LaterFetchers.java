package dev.dovetail.examples.dgs;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A field that is answered by a thread to which nothing of the request is bound, as by a client of another service. */
@DgsComponent
public class LaterFetchers {

    static final String THREAD = "later";

    private final ExecutorService answering = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    @DgsQuery
    public CompletableFuture<List<UserOutput>> usersLater(@InputArgument List<String> ids) {
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
