/** How fast Dovetail is: the same requests through it, through what a team would write by hand, and without GraphQL. */
@NullMarked
package dev.dovetail.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
