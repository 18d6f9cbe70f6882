/** Tells those who listen to joins what happens: listeners of the host's, the log, and the trace in an answer. */
@NullMarked
package dev.dovetail.internal.listening;

import org.jspecify.annotations.NullMarked;
