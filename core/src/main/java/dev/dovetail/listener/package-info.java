/**
 * What a host is told of joins while they happen: how many keys were looked up, in how many statements, how long it took.
 * Never values of keys or rows.
 */
@NullMarked
package dev.dovetail.listener;

import org.jspecify.annotations.NullMarked;
