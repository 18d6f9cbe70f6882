package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener of the host's, whose exceptions hurt no request. */
final class GuardedListener implements JoinListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final JoinListener listener;
    private final AtomicBoolean warned = new AtomicBoolean();

    GuardedListener(JoinListener listener) {
        this.listener = listener;
    }

    @Override
    public JoinWatch started(JoinInfo join) {
        JoinWatch watch = guard(() -> Objects.requireNonNull(listener.started(join), "The listener gave no watch"));
        return watch == null ? JoinWatch.NOTHING : new Guarded(watch);
    }

    /** Languages other than Java throw anything anywhere. */
    @SuppressWarnings("CatchingUnchecked")
    private <T> @Nullable T guard(Supplier<T> call) {
        try {
            return call.get();
        } catch (Throwable e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("The join listener {} failed; this is not said again", listener.getClass(), e);
            } else {
                LOG.debug("The join listener {} failed", listener.getClass(), e);
            }
            return null;
        }
    }

    private void guard(Runnable call) {
        guard(() -> {
            call.run();
            return true;
        });
    }

    private final class Guarded implements JoinWatch {

        private final JoinWatch watch;

        Guarded(JoinWatch watch) {
            this.watch = watch;
        }

        @Override
        public Scope loading() {
            Scope scope = guard(watch::loading);
            return scope == null ? Scope.NONE : () -> guard(scope::close);
        }

        @Override
        public void finished(JoinResult result) {
            guard(() -> watch.finished(result));
        }

        @Override
        public void failed(JoinFailure failure) {
            guard(() -> watch.failed(failure));
        }
    }
}
