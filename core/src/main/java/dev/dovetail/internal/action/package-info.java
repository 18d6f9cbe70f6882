/** What happens to an action's field: the call of its handler, and what becomes of the answer. */
@NullMarked
package dev.dovetail.internal.action;

import org.jspecify.annotations.NullMarked;
