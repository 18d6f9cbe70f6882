package dev.dovetail.internal.remote;

import dev.dovetail.internal.arguments.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fields must have in common to share a call of the loader, whatever their aliases and paths. */
record RemotePlan(Map<String, @Nullable Object> arguments, Caller caller) {}
