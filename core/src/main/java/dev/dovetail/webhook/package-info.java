/** Actions behind a REST service: {@link dev.dovetail.webhook.Webhook} is a handler that calls one. */
@NullMarked
package dev.dovetail.webhook;

import org.jspecify.annotations.NullMarked;
