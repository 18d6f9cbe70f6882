package dev.dovetail.examples.benchmarks.contender.spring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.dovetail.examples.benchmarks.contender.jooq.Batches;
import dev.dovetail.examples.benchmarks.contender.jooq.Post;
import dev.dovetail.examples.benchmarks.request.Actions.ForumKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The posts of forums. A batch mapping sees no arguments, so a loader of one's own has them in its key. */
@Controller
class PostsController {

    private final Batches batches;

    record PostsKey(long forumId, int limit) {}

    PostsController(Batches batches, BatchLoaderRegistry loaders) {
        this.batches = batches;
        loaders.<PostsKey, List<Post>>forName("posts")
                .registerMappedBatchLoader((keys, environment) -> Mono.just(load(keys)));
    }

    @SchemaMapping
    CompletableFuture<List<Post>> posts(ForumKey forum, @Argument int limit, DataLoader<PostsKey, List<Post>> posts) {
        return posts.load(new PostsKey(forum.forumId(), limit));
    }

    private Map<PostsKey, List<Post>> load(Set<PostsKey> keys) {
        Map<PostsKey, List<Post>> posts = new HashMap<>();
        keys.stream()
                .collect(groupingBy(PostsKey::limit, mapping(PostsKey::forumId, toList())))
                .forEach((limit, forums) -> batches.latestPostsOfForums(forums, limit)
                        .forEach((forum, rows) -> posts.put(new PostsKey(forum, limit), rows)));
        return posts;
    }
}
