/**
 * Completes joined values as the engine would, from rows to the answer's objects, without asking the engine for each field.
 */
@NullMarked
package dev.dovetail.internal.completion;

import org.jspecify.annotations.NullMarked;
