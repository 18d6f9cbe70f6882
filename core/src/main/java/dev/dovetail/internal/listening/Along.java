package dev.dovetail.internal.listening;

import dev.dovetail.listener.JoinedAlong;
import java.util.List;

/**
 * A relationship that was answered along with another one.
 *
 * @param paths where in the answer it is, if somebody traces the request
 */
public record Along(JoinedAlong joined, List<String> paths) {}
