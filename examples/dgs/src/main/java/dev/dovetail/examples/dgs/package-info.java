/** Dovetail in a DGS application: see {@link dev.dovetail.examples.dgs.DovetailConfiguration}. */
@NullMarked
package dev.dovetail.examples.dgs;

import org.jspecify.annotations.NullMarked;
