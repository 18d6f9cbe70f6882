/** Random documents, of everything that a schema has. */
package dev.dovetail.jooq.documents;
