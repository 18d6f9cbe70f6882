/** Dovetail in a Spring Boot application: see {@link dev.dovetail.examples.springboot.DovetailConfiguration}. */
@NullMarked
package dev.dovetail.examples.springboot;

import org.jspecify.annotations.NullMarked;
