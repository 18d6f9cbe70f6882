/** What is measured: the requests, and the actions that answer with keys. */
@NullMarked
package dev.dovetail.examples.benchmarks.request;

import org.jspecify.annotations.NullMarked;
