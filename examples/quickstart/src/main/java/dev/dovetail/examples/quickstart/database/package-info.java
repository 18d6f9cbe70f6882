/** The shop's database: PostgreSQL, its tables and rows, and a log of the statements that it is sent. */
@NullMarked
package dev.dovetail.examples.quickstart.database;

import org.jspecify.annotations.NullMarked;
