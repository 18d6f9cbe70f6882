package dev.dovetail.definition;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;

/**
 * What the host bounds, whoever asks. A field that would exceed a limit is null with a coded error; it never gives part
 * of its rows.
 *
 * <pre>{@code
 * Limits.builder().rowsPerRelationship(1_000).rowsPerRequest(100_000).depth(5).build()
 * }</pre>
 *
 * <p><b>Thread-safety:</b> immutable; the builder is not thread-safe.
 */
public final class Limits {

    /** No limit at all. */
    public static final Limits NONE = builder().build();

    private final int rowsPerRelationship;
    private final long rowsPerRequest;
    private final int depth;
    private final long bytesPerBatch;

    private Limits(Builder builder) {
        this.rowsPerRelationship = builder.rowsPerRelationship;
        this.rowsPerRequest = builder.rowsPerRequest;
        this.depth = builder.depth;
        this.bytesPerBatch = builder.bytesPerBatch;
    }

    /** Begins with no limit at all. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many rows a relationship may have for one parent, or {@link TableQuery#ALL_ROWS}. */
    public int rowsPerRelationship() {
        return rowsPerRelationship;
    }

    /** How many rows all relationships of a request may read together, or {@link TableRequest#UNLIMITED}. */
    public long rowsPerRequest() {
        return rowsPerRequest;
    }

    /** How deeply relationships may be nested in each other, or {@link Integer#MAX_VALUE}. */
    public int depth() {
        return depth;
    }

    /** How many bytes the rows of one batch may take in memory, about, or {@link TableRequest#UNLIMITED}. */
    public long bytesPerBatch() {
        return bytesPerBatch;
    }

    /** Builds {@link Limits}. Not thread-safe. */
    public static final class Builder {

        private int rowsPerRelationship = TableQuery.ALL_ROWS;
        private long rowsPerRequest = TableRequest.UNLIMITED;
        private int depth = Integer.MAX_VALUE;
        private long bytesPerBatch = TableRequest.UNLIMITED;

        private Builder() {}

        /**
         * How many rows a relationship may have for one parent. A client's own limit, or that of an access rule, that is
         * not above this one never fails.
         */
        public Builder rowsPerRelationship(int rows) {
            this.rowsPerRelationship = rows;
            return this;
        }

        /** How many rows all relationships of a request may read together; of a subscription, for each event. */
        public Builder rowsPerRequest(long rows) {
            this.rowsPerRequest = rows;
            return this;
        }

        /** How deeply relationships may be nested in each other; more, and the request is refused before it begins. */
        public Builder depth(int relationships) {
            this.depth = relationships;
            return this;
        }

        /** How many bytes the rows of one batch may take in memory, about. */
        public Builder bytesPerBatch(long bytes) {
            this.bytesPerBatch = bytes;
            return this;
        }

        /** The limits. */
        public Limits build() {
            return new Limits(this);
        }
    }
}
