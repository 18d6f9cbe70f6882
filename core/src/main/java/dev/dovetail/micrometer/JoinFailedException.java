package dev.dovetail.micrometer;

import dev.dovetail.listener.JoinFailure;

/** Stands for what made a batch fail, without the message, which may tell values. */
final class JoinFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JoinFailedException(JoinFailure failure) {
        super(failure.code().code() + " (" + failure.cause().getName() + ")", null, false, false);
    }
}
