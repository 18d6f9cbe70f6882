package dev.dovetail.jooq;

import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A process of little memory that reads many rows in one batch, and says how many. */
final class LargeBatchProcess {

    private LargeBatchProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
            JooqTableSource source = JooqTableSource.of(DSL.using(connection, SQLDialect.POSTGRES));
            long[] owners = LongStream.range(0, 10_000).toArray();
            TableRows rows = source.load(new LookupRequests(source).of(RowSelection.ALL, owners))
                    .toCompletableFuture()
                    .join();
            System.out.println(IntStream.range(0, owners.length)
                    .map(ordinal -> rows.of(ordinal).size())
                    .sum());
        }
    }
}
