package dev.dovetail.jooq;

import dev.dovetail.table.TableRequest;
import java.util.List;

/**
 * What one batch fills a statement with that other batches share.
 *
 * @param values the values in the request's query, in the order in which {@link Shaping} comes across them
 */
record Inputs(TableRequest request, List<Object> values) {}
