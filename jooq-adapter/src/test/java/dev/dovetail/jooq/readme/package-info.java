/** The class that jOOQ would generate for the table of the README. */
package dev.dovetail.jooq.readme;
