package dev.dovetail.listener;

/**
 * Is told of every batch that relationships are joined by, for metrics, traces and logs. Registered with {@code
 * DovetailBuilder.listener}; of several, each is told.
 *
 * <pre>{@code
 * .listener(join -> new JoinWatch() {
 *     @Override
 *     public void finished(JoinResult result) {
 *         timer(join.relationship()).record(result.time());
 *     }
 * })
 * }</pre>
 *
 * <p>It is called on the threads that answer the request, once for each batch and never for each row, and should be quick.
 * What it throws hurts nobody: it is logged, the first time at WARN.
 *
 * <p><b>Thread-safety:</b> must be thread-safe.
 */
@FunctionalInterface
public interface JoinListener {

    /**
     * A batch is about to be looked up; it may still have to wait for a thread or a connection.
     *
     * @return what is told how it goes on; {@link JoinWatch#NOTHING} to hear no more of it
     */
    JoinWatch started(JoinInfo join);
}
