/** Classes as jOOQ's code generator writes them, shortened by hand to what is used. */
package dev.dovetail.jooq.generated;
