package dev.dovetail.examples.benchmarks.contender.limit;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.request.Case;
import dev.dovetail.examples.benchmarks.request.Shape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** What no program in Java on JDBC goes below by much: one round trip for each level, and nothing in between. */
public final class Limit implements Contender {

    private static final Map<Shape, Part> PARTS = Map.of(
            Shape.OBJECT, SingleRows::write,
            Shape.CHILDREN, Children::write,
            Shape.TOP_3, TopThree::write,
            Shape.LEVELS, Levels::write,
            Shape.COMPOSITE, Composite::write,
            Shape.AGGREGATES, Aggregates::write,
            Shape.SIBLINGS, Siblings::write,
            Shape.THIRTY_COLUMNS, ThirtyColumns::write,
            Shape.WIDE, Wide::write);

    private final DataSource database;
    private final Json json = new Json();

    /** Creates the contender. */
    public Limit(DataSource database) {
        this.database = database;
    }

    @Override
    public byte[] answer(Case request) {
        Part part = Objects.requireNonNull(PARTS.get(request.shape()));
        json.clear().raw("{\"data\":");
        try (Connection connection = database.getConnection()) {
            part.write(connection, request.rows(), json);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return json.raw("}").toBytes();
    }
}
