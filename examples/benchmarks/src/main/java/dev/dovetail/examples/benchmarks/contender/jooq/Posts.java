package dev.dovetail.examples.benchmarks.contender.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table posts, as generated classes would say it. */
public final class Posts {

    public static final Table<Record> TABLE = table(name("posts"));
    public static final Field<Long> FORUM_ID = field(name("posts", "forum_id"), SQLDataType.BIGINT);
    public static final Field<OffsetDateTime> CREATED_AT =
            field(name("posts", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    /** All columns, in the order of {@link Post}. */
    public static final List<Field<?>> COLUMNS = List.of(
            field(name("posts", "id"), SQLDataType.BIGINT),
            FORUM_ID,
            field(name("posts", "title"), SQLDataType.VARCHAR),
            field(name("posts", "author"), SQLDataType.VARCHAR),
            field(name("posts", "score"), SQLDataType.INTEGER),
            field(name("posts", "body"), SQLDataType.VARCHAR),
            CREATED_AT);

    private Posts() {}
}
