package dev.dovetail.hasura;

import dev.dovetail.definition.ActionArgument;
import dev.dovetail.definition.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The field of an action. */
record Signature(
        OperationKind operation,
        List<ActionArgument> arguments,
        String returns,
        @Nullable String description) {}
