/**
 * A real PostgreSQL for examples and tests; {@link dev.dovetail.examples.postgres.LocalPostgres#start()} starts one.
 */
@NullMarked
package dev.dovetail.examples.postgres;

import org.jspecify.annotations.NullMarked;
