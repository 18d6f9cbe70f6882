package dev.dovetail.examples.benchmarks.contender.byhand;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.dovetail.examples.benchmarks.contender.jooq.Batches;
import dev.dovetail.examples.benchmarks.contender.jooq.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

/** The data loaders of a request. */
record Loaders(Batches batches) {

    /** The posts of a forum differ by the argument, which is part of the key therefore. */
    record PostsKey(long forumId, int limit) {}

    DataLoaderRegistry registry() {
        return DataLoaderRegistry.newRegistry()
                .register("users", loader(batches::users))
                .register("orders", loader(batches::ordersOfUsers))
                .register("orderAggregates", loader(batches::orderAggregatesOfUsers))
                .register("items", loader(batches::itemsOfOrders))
                .register("posts", loader(this::posts))
                .register("stock", loader(batches::stock))
                .register("devices", loader(batches::devices))
                .register("lines", loader(batches::linesOfReports))
                .build();
    }

    private static <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> batch) {
        return DataLoaderFactory.newMappedDataLoader(keys -> completedFuture(batch.apply(keys)));
    }

    private Map<PostsKey, List<Post>> posts(Set<PostsKey> keys) {
        Map<PostsKey, List<Post>> posts = new HashMap<>();
        keys.stream()
                .collect(groupingBy(PostsKey::limit, mapping(PostsKey::forumId, toList())))
                .forEach((limit, forums) -> batches.latestPostsOfForums(forums, limit)
                        .forEach((forum, rows) -> posts.put(new PostsKey(forum, limit), rows)));
        return posts;
    }
}
