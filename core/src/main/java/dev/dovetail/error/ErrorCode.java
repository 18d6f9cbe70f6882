package dev.dovetail.error;

/**
 * The codes of the GraphQL errors that Dovetail makes, as clients see them in {@code extensions.code}.
 *
 * <p>Every such error carries the path of the one field that it nulls. Its message names what the schema shows anyway
 * (fields, relationships) and never SQL, values or a driver's text; those go to the log.
 */
public enum ErrorCode {
    /** Several rows match the key of an object relationship that declares no order. */
    RELATIONSHIP_AMBIGUOUS("relationship-ambiguous"),

    /** The mapped field's value cannot be a value of the column that it is joined to. */
    JOIN_KEY_INVALID("join-key-invalid"),

    /** The source object has no readable property of the mapped field's name. */
    JOIN_KEY_UNREADABLE("join-key-unreadable"),

    /** The lookup itself failed: the database is down, timed out, or refused the statement. */
    TABLE_LOOKUP_FAILED("table-lookup-failed"),

    /** The table no longer has the shape that the catalog was read with. */
    TABLE_CHANGED("table-changed"),

    /** The caller's role may not read what the field reads, by the table's access rule. */
    ACCESS_DENIED("access-denied"),

    /** The caller's session lacks a variable that an access rule needs. */
    SESSION_VARIABLE_MISSING("session-variable-missing"),

    /** An argument of a joined field cannot be used: its value does not fit, or arguments contradict each other. */
    ARGUMENT_INVALID("argument-invalid"),

    /** A relationship, or the whole request, has more rows than the host allows. */
    ROW_LIMIT_EXCEEDED("row-limit-exceeded"),

    /** Relationships are nested more deeply than the host allows. */
    DEPTH_LIMIT_EXCEEDED("depth-limit-exceeded"),

    /** The rows of a batch take more memory than the host allows. */
    MEMORY_LIMIT_EXCEEDED("memory-limit-exceeded"),

    /** The host's loader of a remote relationship failed. */
    REMOTE_LOOKUP_FAILED("remote-lookup-failed"),

    /** A representation of a federated graph's entity is of no type that is one, or has no whole key of its type. */
    REPRESENTATION_INVALID("representation-invalid"),

    /** The host's own data fetcher of a federated graph's entities failed. */
    ENTITY_FETCH_FAILED("entity-fetch-failed"),

    /** The host's converter of a column failed for what the database has there. */
    COLUMN_CONVERSION_FAILED("column-conversion-failed"),

    /** A data fetcher asked a row for a column that was not read. */
    COLUMN_NOT_READ("column-not-read"),

    /** The host's function that resolves the session threw. */
    SESSION_FAILED("session-failed"),

    /** The request has no registry for batches, because Dovetail's instrumentation is not installed. */
    INSTRUMENTATION_MISSING("instrumentation-missing"),

    /** An action's handler failed with an exception that says nothing to the client. */
    ACTION_FAILED("action-failed"),

    /** An action's handler refused the call, with a message for the client. */
    ACTION_REJECTED("action-rejected"),

    /** What an action's handler or webhook gave is not of the type that the action's field declares. */
    ACTION_OUTPUT_INVALID("action-output-invalid"),

    /** The store of asynchronous actions could not keep a call, or not be asked for it. */
    ACTION_STORE_FAILED("action-store-failed"),

    /** An asynchronous action was taken up as often as allowed, and no attempt came to an end. */
    ACTION_ABANDONED("action-abandoned"),

    /** An asynchronous action was too old to be delivered. */
    ACTION_EXPIRED("action-expired"),

    /** The host cancelled an asynchronous action. */
    ACTION_CANCELLED("action-cancelled"),

    /** A webhook gave no answer in time. */
    WEBHOOK_TIMEOUT("webhook-timeout"),

    /** A webhook could not be reached, or answered with a status other than 2xx and 4xx. */
    WEBHOOK_FAILED("webhook-failed"),

    /** A webhook's answer is not JSON of the form that an action's handler gives. */
    WEBHOOK_ANSWER_INVALID("webhook-answer-invalid"),

    /** A webhook's answer has more bytes than the host allows. */
    WEBHOOK_ANSWER_TOO_LARGE("webhook-answer-too-large"),

    /** The host's function that changes a webhook's request or answer threw. */
    WEBHOOK_TRANSFORM_FAILED("webhook-transform-failed");

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    /** The code as it stands in {@code extensions.code}. */
    public String code() {
        return code;
    }
}
