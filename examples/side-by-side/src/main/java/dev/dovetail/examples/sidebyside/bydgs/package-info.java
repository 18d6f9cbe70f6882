/** The relation with Netflix DGS. */
@NullMarked
package dev.dovetail.examples.sidebyside.bydgs;

import org.jspecify.annotations.NullMarked;
