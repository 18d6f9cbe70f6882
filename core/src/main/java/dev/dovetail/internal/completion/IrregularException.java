package dev.dovetail.internal.completion;

/** Says that a value cannot be completed but by the engine. */
final class IrregularException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: it is no error. */
    IrregularException() {
        super("To be completed by the engine", null, false, false);
    }
}
