package dev.dovetail.jooq;

import dev.dovetail.jooq.servers.LocalServer;
import dev.dovetail.jooq.servers.MariaDbServer;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;

/** MariaDB's own ways. */
@Tag("mariadb")
final class MariaDbDialectTest extends MySqlDialectContract {

    @Override
    LocalServer server() {
        return MariaDbServer.server();
    }

    @Override
    SQLDialect dialect() {
        return SQLDialect.MARIADB;
    }

    @Override
    String parameters() {
        return "";
    }

    @Override
    List<String> drivers() {
        return List.of("", "&connectionTimeZone=Europe/Berlin", "&connectionTimeZone=Asia/Tokyo&preserveInstants=true");
    }
}
