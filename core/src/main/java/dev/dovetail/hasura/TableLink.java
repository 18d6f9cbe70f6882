package dev.dovetail.hasura;

import dev.dovetail.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relationship from one table to another. */
record TableLink(
        String name,
        boolean array,
        TableName target,
        List<String> from,
        List<String> to,
        @Nullable String description) {}
