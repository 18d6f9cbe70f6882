package dev.dovetail.internal.remote;

import dev.dovetail.error.ActionException;
import dev.dovetail.internal.model.Remote;
import dev.dovetail.internal.tree.JsonTrees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a loader of the host's answered, and what of it belongs to whom. */
final class LoaderAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(LoaderAnswer.class);

    private final Remote remote;
    private final Map<?, ?> values;
    private int found;
    private final List<Throwable> failures = new ArrayList<>();

    LoaderAnswer(Remote remote, @Nullable Map<?, ?> values) {
        this.remote = remote;
        this.values = Objects.requireNonNull(values, "The loader gave no map");
    }

    /** The answer to each load; none where nothing was found. */
    Map<RemoteLoad, Object> of(List<RemoteLoad> loads) {
        Map<RemoteLoad, Object> answers = new HashMap<>(2 * loads.size());
        for (RemoteLoad load : loads) {
            Object value = values.get(load.key());
            found += value == null ? 0 : 1;
            Object answer = value == null ? nothing() : answer(value);
            if (answer != null) {
                answers.put(load, answer);
            }
        }
        if (found == 0) {
            warnOfOtherKeys(loads);
        }
        if (!failures.isEmpty()) {
            LOG.error(
                    "Relationship {}: the loader failed for {} of {} key(s)",
                    remote.name(),
                    failures.size(),
                    loads.size(),
                    failures.get(0));
        }
        return answers;
    }

    /** How many loads something was found for, once they have their answers. */
    int found() {
        return found;
    }

    /** How many loads failed. */
    int failures() {
        return failures.size();
    }

    private @Nullable Object nothing() {
        return remote.many() ? List.of() : null;
    }

    private @Nullable Object answer(Object value) {
        if (value instanceof Throwable failure && !(value instanceof ActionException)) {
            failures.add(failure);
            return LoaderBatch.failure(remote);
        }
        return JsonTrees.plain(value);
    }

    /** Keys of another class are never equal, and everything would be null without a word. */
    private void warnOfOtherKeys(List<RemoteLoad> loads) {
        values.keySet().stream().filter(Objects::nonNull).findFirst().ifPresent(other -> {
            Class<?> wanted = loads.get(0).key().getClass();
            if (other.getClass() != wanted) {
                LOG.warn(
                        "Relationship {}: the loader's answer has nothing for any of {} key(s); they are of {},"
                                + " its own are of {}",
                        remote.name(),
                        loads.size(),
                        wanted,
                        other.getClass());
            }
        });
    }
}
