/** From a GraphQL request to its answer: over HTTP, and on the console. */
@NullMarked
package dev.dovetail.examples.quickstart.web;

import org.jspecify.annotations.NullMarked;
