package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.request.Actions;
import dev.dovetail.examples.benchmarks.request.Actions.ForumKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The latest three of many rows, for each of the action's. */
final class TopThree {

    private static final Keyed POSTS = new Keyed("""
            select 1, id, title, score, created_at from posts
            where forum_id = ? order by created_at desc limit 3""", """
            select k.ord, p.* from unnest(?::bigint[]) with ordinality k(key, ord) cross join lateral (
            select id, title, score, created_at from posts
            where forum_id = k.key order by created_at desc limit 3) p
            order by k.ord, p.created_at desc""");

    private TopThree() {}

    static void write(Connection connection, int count, Json json) throws SQLException {
        List<ForumKey> forums = Actions.forums(count);
        Rows posts = POSTS.rows(connection, count, i -> forums.get(i).forumId());
        json.raw("{\"forums\":[");
        for (int i = 0; i < count; i++) {
            json.comma(i == 0)
                    .raw("{\"forumId\":")
                    .number(forums.get(i).forumId())
                    .raw(",\"posts\":");
            posts.list(i + 1, json, TopThree::post);
            json.raw("}");
        }
        json.raw("]}");
    }

    private static void post(ResultSet row, Json json) throws SQLException {
        json.raw("{\"id\":").number(row.getLong(2));
        json.raw(",\"title\":").text(row.getString(3));
        json.raw(",\"score\":").number(row.getInt(4));
        json.raw(",\"createdAt\":").time(row.getObject(5, OffsetDateTime.class)).raw("}");
    }
}
