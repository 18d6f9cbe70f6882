/**
 * What the host declares: actions, relationships and the tables that may be seen.
 *
 * <p>Definitions are immutable values made by builders. They hold names; whether these exist is found out when a schema
 * is extended.
 */
@NullMarked
package dev.dovetail.definition;

import org.jspecify.annotations.NullMarked;
