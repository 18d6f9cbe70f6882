/** Queries of tables, random ones, and their answers by loops over lists. */
package dev.dovetail.jooq.loops;
