package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.statement.BatchStatement;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.jooq.internal.tree.LevelSlot;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The statement of a tree: the statement of each level, which finds its keys among the results of the level above, and
 * then the results of all of them.
 *
 * <p>A level with others below it is computed once, for its results and for the keys of the others.
 */
public final class PostgresTree {

    private final Tree tree;
    private final Function<Slot, Object> values;
    private final ManyKeys manyKeys;
    private final List<QueryPart> computed = new ArrayList<>();
    private final List<QueryPart> results = new ArrayList<>();

    /**
     * @param values what there is for a {@link LevelSlot}
     */
    PostgresTree(Tree tree, Function<Slot, Object> values, ManyKeys manyKeys) {
        this.tree = tree;
        this.values = values;
        this.manyKeys = manyKeys;
    }

    /** See {@link Tree} for what it gives. To be called once. */
    QueryPart statement() {
        TreeLevel root = tree.root();
        Shape shape = new Shape(root.asked(), tree.single(), false, tree.limited());
        add(root, new BatchStatement(shape, valuesOf(root), PostgresExpressions.INSTANCE, manyKeys).select());
        String all = IntStream.rangeClosed(1, results.size())
                .mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(" union all "));
        results.add(0, DSL.list(computed));
        return sql("with {0} " + all, results.toArray(QueryPart[]::new));
    }

    private void add(TreeLevel level, Select<?> statement) {
        PostgresTreeLevel part = new PostgresTreeLevel(level, tree);
        Select<?> numbered = part.numbered(statement);
        boolean isLeaf = level.branches().isEmpty();
        if (!isLeaf) {
            computed.add(sql("{0} as materialized ({1})", part.alias(), numbered));
        }
        results.add(part.results(
                isLeaf ? numbered.asTable(part.alias()) : table(part.alias()), tree.sharing(), tree.slots()));
        for (TreeLevel next : level.branches()) {
            add(next, statement(next, part.keys(next)));
        }
    }

    private Select<?> statement(TreeLevel level, Keys keys) {
        return new BatchStatement(shape(level), valuesOf(level), PostgresExpressions.INSTANCE, manyKeys, keys).select();
    }

    /** Keys without rows have results of their aggregates alone; how many, the statement itself finds out. */
    private Shape shape(TreeLevel level) {
        boolean bounded = tree.limited() && level.query().aggregates().isEmpty();
        return new Shape(level.asked(), false, false, bounded);
    }

    private Function<Slot, Object> valuesOf(TreeLevel level) {
        return slot -> values.apply(new LevelSlot(level.number(), slot));
    }
}
