package dev.dovetail.listener;

/**
 * Is told how one batch goes on: either that it finished or that it failed, once, on any thread.
 *
 * <p><b>Thread-safety:</b> its methods are called one after the other, though not by one thread.
 */
public interface JoinWatch {

    /** Wants to hear nothing. */
    JoinWatch NOTHING = new JoinWatch() {};

    /** What is bound to a thread until it is closed. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {

        /** Of nothing. */
        Scope NONE = () -> {};

        @Override
        void close();
    }

    /**
     * The source is asked now, by this thread: for what statements are to see in it, such as the span that they belong to.
     *
     * @return closed by the same thread when the source returned, which may be before the rows are there
     */
    default Scope loading() {
        return Scope.NONE;
    }

    /** The rows are there. */
    default void finished(JoinResult result) {}

    /** There are no rows to be had, and all fields that wanted them show the same error. */
    default void failed(JoinFailure failure) {}
}
