package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.statement.Inputs;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Shaping;
import dev.dovetail.jooq.internal.statement.StatementText;
import dev.dovetail.jooq.internal.tree.LevelSlot;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.TableRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;

/**
 * The texts of statements, kept from one request to the next: to build and render one takes jOOQ as long as it takes the
 * database to find a row. They hold no values.
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class StatementTexts {

    /** Of a longer text, the server's part of the work is by far the larger one. */
    private static final int LONGEST = 16_384;

    /** How many wordings of a statement there are; a connection has long forgotten the first one by the time it returns. */
    private static final int WORDINGS = 16;

    private final RecentlyUsed<Key, StatementText> texts = new RecentlyUsed<>(512);
    private final AtomicInteger wording = new AtomicInteger();

    /**
     * The statement for a batch.
     *
     * @param configuration that it is to be run with
     */
    public QueryPart statement(Configuration configuration, Dialect dialect, TableRequest request) {
        Shaping shaping = new Shaping(request);
        if (!shaping.isWhole() || configuration.visitListenerProviders().length > 0) {
            Inputs inputs = new Inputs(request, List.of());
            Shape shape = Shape.of(request, request.query()).naming(dialect.namedKeys(request));
            return dialect.statement(shape, slot -> slot.of(inputs));
        }
        Shape shape = shaping.shape().naming(dialect.namedKeys(request));
        return text(configuration, shape, () -> dialect.statement(shape, slot -> slot))
                .of(shaping.inputs());
    }

    /**
     * The statement for a batch and its branches.
     *
     * @param tree of the request
     */
    public QueryPart statement(Configuration configuration, TreeSql sql, TableRequest request, Tree tree) {
        List<TableRequest> requests =
                tree.levels().stream().map(level -> level.request(request)).toList();
        List<Shaping> shapings = tree.levels().stream()
                .map(level -> new Shaping(requests.get(level.number()), slot -> new LevelSlot(level.number(), slot)))
                .toList();
        if (!shapings.stream().allMatch(Shaping::isWhole) || configuration.visitListenerProviders().length > 0) {
            Inputs inputs = new Inputs(
                    request,
                    List.of(),
                    requests.stream().map(level -> new Inputs(level, List.of())).toList());
            return sql.statement(tree, slot -> slot.of(inputs));
        }
        Tree shape = tree.asking(
                shapings.stream().map(shaping -> shaping.shape().query()).toList());
        Inputs inputs = new Inputs(
                request, List.of(), shapings.stream().map(Shaping::inputs).toList());
        return text(configuration, shape, () -> sql.statement(shape, slot -> slot))
                .of(inputs);
    }

    private StatementText text(Configuration configuration, Object shape, Supplier<QueryPart> statement) {
        Key key = new Key(configuration.settings(), configuration.dialect(), shape);
        StatementText text = texts.get(key);
        if (text == null) {
            Key kept = key.kept();
            text = StatementText.of(configuration, statement.get());
            if (text.length() <= LONGEST) {
                texts.put(kept, text);
            }
        }
        return text;
    }

    /** The number of the wording that statements have now. */
    int wording() {
        return wording.get();
    }

    /**
     * Words all statements anew, so that connections do not use the plans any more that they keep for the old ones.
     *
     * @param stale the wording that failed; if another lookup has reworded it by now, that is enough
     * @return the wording that statements have now
     */
    int reword(int stale) {
        wording.compareAndSet(stale, stale + 1);
        return wording.get();
    }

    /** What a wording adds to a statement: nothing that means anything. */
    static String suffix(int wording) {
        return " ".repeat(wording % WORDINGS);
    }

    /** How many texts there are. */
    public int size() {
        return texts.size();
    }

    /**
     * What decides the text of a statement.
     *
     * @param shape a {@link Shape} or a {@link Tree}
     * @param settings the host's, with its schema mappings, which a tenant may have of its own
     */
    private record Key(Settings settings, SQLDialect dialect, Object shape) {

        /** Settings can be changed, and change by themselves while they are used. */
        Key kept() {
            return new Key(SettingsTools.clone(settings), dialect, shape);
        }
    }
}
