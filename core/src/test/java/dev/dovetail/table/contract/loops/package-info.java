/** Queries of tables, random ones, and their answers by loops over lists. */
package dev.dovetail.table.contract.loops;
