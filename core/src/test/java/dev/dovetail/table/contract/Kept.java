package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import dev.dovetail.table.contract.loops.Lists;
import dev.dovetail.table.contract.loops.LoopAnswer;
import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Tables that were created both in the database and as lists, so that the answers of both can be compared. */
final class Kept {

    private final ContractDatabase database;
    private final Lists lists = new Lists();
    private final Map<TableName, Table> tables = new HashMap<>();
    private final TableSource source;
    private final Set<Gap> gaps;

    private Kept(ContractDatabase database) {
        this.database = database;
        this.source = database.source();
        this.gaps = database.gaps();
    }

    /** Tables that are there already; they are named with {@link #table}. */
    static Kept in(ContractDatabase database) {
        return new Kept(database);
    }

    TableSource source() {
        return source;
    }

    /** What the source says of a table that has these rows. */
    Table table(TableName name, List<Object[]> rows) {
        Table table = Objects.requireNonNull(source.describe(name), () -> "The source knows no " + name);
        lists.put(table, rows);
        tables.put(name, table);
        return table;
    }

    /** A table that was named before. */
    Table described(TableName name) {
        return Objects.requireNonNull(tables.get(name), name::toString);
    }

    Lists lists() {
        return lists;
    }

    static Column column(Table table, String name) {
        return table.columns().get(table.position(name));
    }

    static List<Column> columns(Table table, String... names) {
        return Arrays.stream(names).map(name -> column(table, name)).toList();
    }

    static List<JoinKey> keys(Object... values) {
        return Stream.of(values).map(JoinKey::of).toList();
    }

    static TableRequest request(TableQuery query, List<JoinKey> keys) {
        return new TableRequest(query, keys, Session.ANONYMOUS, GraphQLContext.getDefault());
    }

    TableRows load(TableRequest request) {
        return source.load(request).toCompletableFuture().join();
    }

    /** What a load fails with, whether it is thrown or completes the stage. */
    Throwable failure(TableRequest request) {
        try {
            load(request);
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("It should have failed: " + request.query());
    }

    /** The answer is that of the loops, in no more statements than allowed, or the query is refused for a known gap. */
    void check(TableQuery query, List<JoinKey> keys) {
        check("", query, keys);
    }

    void check(String name, TableQuery query, List<JoinKey> keys) {
        String description = name + " " + query + " of " + described(keys);
        if (Needs.of(query).stream().anyMatch(gaps::contains)) {
            if (!Needs.nothing(query)) {
                assertThatThrownBy(() -> load(request(query, keys)), "a gap that was declared: %s", description)
                        .isInstanceOf(Exception.class);
            }
            return;
        }
        database.statements();
        TableRows found = load(request(query, keys));
        assertThat(database.statements())
                .as("statements for " + description)
                .isLessThanOrEqualTo(database.statementsFor(keys.size()));
        assertThat(found.keys()).isEqualTo(keys.size());
        for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
            LoopAnswer expected = LoopAnswer.of(lists, query, keys.get(ordinal));
            Answers.compare(
                    "key " + described(keys.subList(ordinal, ordinal + 1)) + " in " + description,
                    query,
                    found,
                    ordinal,
                    expected);
        }
    }

    /** Each key in a batch with all the others, and in one of its own: these may be different statements. */
    void checkTogetherAndAlone(TableQuery query, List<JoinKey> keys) {
        check(query, keys);
        keys.forEach(key -> check(query, List.of(key)));
    }

    private static String described(List<JoinKey> keys) {
        List<String> all = new ArrayList<>();
        keys.forEach(key -> all.add(key.values().toString()));
        String text = all.toString();
        return text.length() > 300 ? text.substring(0, 300) + "... (" + keys.size() + " keys)" : text;
    }
}
