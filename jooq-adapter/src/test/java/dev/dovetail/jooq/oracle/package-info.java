/**
 * What a query of a small shop answers, found out in the plainest way: by loops over lists of maps.
 *
 * <p>Everything here knows how it is written in GraphQL, and what it means for a row, so that random queries can be asked
 * of Dovetail and of the loops. None of it uses Dovetail's own code.
 */
package dev.dovetail.jooq.oracle;
