package dev.dovetail.hasura;

/** Part of a filter that Dovetail has nothing like. */
final class InexpressibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InexpressibleException(Entry entry, String reason) {
        super(entry.place() + " " + reason, null, false, false);
    }
}
