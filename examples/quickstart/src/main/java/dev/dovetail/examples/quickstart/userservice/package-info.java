/** A REST service that stands for one written by somebody else: it shares no code with the rest. */
@NullMarked
package dev.dovetail.examples.quickstart.userservice;

import org.jspecify.annotations.NullMarked;
