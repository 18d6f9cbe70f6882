/**
 * Collects what the fields of a level ask for, so that it is looked up at once: what relationships to tables and to
 * loaders of the host's have in common.
 */
@NullMarked
package dev.dovetail.internal.batch;

import org.jspecify.annotations.NullMarked;
