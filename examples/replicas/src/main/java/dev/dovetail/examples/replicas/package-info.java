/** A primary with two standbys, killed under load: reads go on, and nobody misses what they wrote. */
@NullMarked
package dev.dovetail.examples.replicas;

import org.jspecify.annotations.NullMarked;
