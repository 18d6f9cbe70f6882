package dev.dovetail.definition;

/** Whether an action is a field of the query or of the mutation type. */
public enum OperationKind {
    /** Reads; several run in parallel. */
    QUERY,
    /** Changes something; several of one request run one after the other. */
    MUTATION
}
