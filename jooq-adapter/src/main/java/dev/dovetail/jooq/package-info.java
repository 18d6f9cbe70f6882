/**
 * Tables through jOOQ: {@link dev.dovetail.jooq.JooqTableSource} is what a host gives to Dovetail, {@link
 * dev.dovetail.jooq.JooqRelationship} and {@link dev.dovetail.jooq.JooqTable} let it declare with jOOQ's generated
 * classes, {@link dev.dovetail.jooq.JooqRows} says which rows an access rule means, {@link
 * dev.dovetail.jooq.DatabaseSession} who the database takes the caller for, {@link dev.dovetail.jooq.WalPosition} what a
 * caller wrote and must find on standbys.
 */
@NullMarked
package dev.dovetail.jooq;

import org.jspecify.annotations.NullMarked;
