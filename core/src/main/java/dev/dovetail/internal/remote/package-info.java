/**
 * What happens to a remote relationship's field while a request runs.
 *
 * <p>{@link dev.dovetail.internal.remote.RemoteFetcher} reads a key from the source object and hands it to the loader,
 * with what the parents of a batch must have in common; the batch asks the host's loader once for each of these.
 */
@NullMarked
package dev.dovetail.internal.remote;

import org.jspecify.annotations.NullMarked;
