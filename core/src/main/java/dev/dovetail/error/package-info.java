/** What can go wrong: coded errors at run time, and one exception with every fault at start-up. */
@NullMarked
package dev.dovetail.error;

import org.jspecify.annotations.NullMarked;
