package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.dialect.Piece;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;

/** The parts of batches that one statement of Ignite's can answer. */
final class IgnitePieces {

    /**
     * Each select of a union is a query of its own on every node. Measured on three nodes: 10 take 30 ms, 50 take 50 ms and
     * 100 take 65 ms, but the first time, while Ignite has no plan, 60, 250 and 320 ms.
     */
    private static final int LARGEST_UNION = 32;

    private IgnitePieces() {}

    static List<Piece> of(TableRequest request) {
        TableQuery query = request.query();
        List<Piece> pieces = new ArrayList<>();
        if (!query.aggregates().isEmpty()) {
            add(
                    pieces,
                    asking(
                            request,
                            new TableQuery(
                                    query.table(),
                                    List.of(),
                                    query.keyColumns(),
                                    query.rows(),
                                    0,
                                    false,
                                    query.aggregates())));
        }
        if (query.aggregates().isEmpty() || query.rowsPerKey() > 0) {
            add(
                    pieces,
                    asking(
                            request,
                            new TableQuery(
                                    query.table(),
                                    query.columns(),
                                    query.keyColumns(),
                                    query.rows(),
                                    query.rowsPerKey(),
                                    query.positions(),
                                    List.of())));
        }
        return pieces;
    }

    /** Whether a statement must name each key: where some of the rows of each are chosen. */
    static boolean namesKeys(TableQuery query) {
        RowSelection rows = query.rows();
        boolean bounded = !query.atMostOneRowPerKey()
                && (rows.limit() != TableQuery.ALL_ROWS || !rows.distinctOn().isEmpty());
        boolean cut = query.aggregates().isEmpty()
                && query.rowsPerKey() != TableQuery.ALL_ROWS
                && !query.atMostOneRowPerKey();
        return rows.offset() > 0 || bounded || cut;
    }

    /** In powers of two, so that statements have few different texts, which Ignite has plans for. */
    private static void add(List<Piece> pieces, TableRequest request) {
        int keys = request.keys().size();
        if (!namesKeys(request.query())) {
            pieces.add(new Piece(request, 0));
            return;
        }
        int size;
        for (int from = 0; from < keys; from += size) {
            size = Math.min(LARGEST_UNION, Integer.highestOneBit(keys - from));
            pieces.add(new Piece(of(request, from, from + size), from));
        }
    }

    private static TableRequest asking(TableRequest request, TableQuery query) {
        return new TableRequest(query, request.keys(), request.session(), request.context())
                .within(request.maxRows(), request.maxBytes());
    }

    private static TableRequest of(TableRequest request, int from, int to) {
        return new TableRequest(request.query(), request.keys().subList(from, to), request.session(), request.context())
                .within(request.maxRows(), request.maxBytes());
    }
}
