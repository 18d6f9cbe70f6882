/** The tables and queries of a program that uses jOOQ. */
@NullMarked
package dev.dovetail.examples.benchmarks.contender.jooq;

import org.jspecify.annotations.NullMarked;
