package dev.dovetail.jooq;

import dev.dovetail.jooq.servers.LocalServer;
import dev.dovetail.jooq.servers.MySqlServer;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;

/** MySQL's own ways. */
@Tag("mysql")
final class MySqlDialectTest extends MySqlDialectContract {

    @Override
    LocalServer server() {
        return MySqlServer.server();
    }

    @Override
    SQLDialect dialect() {
        return SQLDialect.MYSQL;
    }

    @Override
    String parameters() {
        return "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    List<String> drivers() {
        return List.of(
                "",
                "&connectionTimeZone=Europe/Berlin",
                "&connectionTimeZone=Asia/Tokyo&preserveInstants=true",
                "&tinyInt1isBit=false&yearIsDateType=false&zeroDateTimeBehavior=CONVERT_TO_NULL");
    }
}
