/** One relation, written three times: see the README. */
@NullMarked
package dev.dovetail.examples.sidebyside;

import org.jspecify.annotations.NullMarked;
