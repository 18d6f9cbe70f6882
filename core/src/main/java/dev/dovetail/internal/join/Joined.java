package dev.dovetail.internal.join;

/** What a relationship's field shows: made of rows of one layout. */
public interface Joined {

    /** How these rows look. */
    RowLayout layout();
}
