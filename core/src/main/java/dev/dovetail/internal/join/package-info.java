/**
 * What happens to a relationship field while a request runs.
 *
 * <p>In the order of the journey: {@link dev.dovetail.internal.join.RelationshipFetcher} reads a key from the source
 * object, finds the plan for the selection, and hands both to the loader; the batch asks the table's source once for
 * each plan; the rows come back as {@link dev.dovetail.internal.join.Row}s, whose columns the column fetchers read.
 */
@NullMarked
package dev.dovetail.internal.join;

import org.jspecify.annotations.NullMarked;
