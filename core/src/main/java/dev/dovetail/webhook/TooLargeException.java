package dev.dovetail.webhook;

import java.io.IOException;

/** A body is longer than it may be. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("its answer is larger than " + most + " bytes");
    }
}
