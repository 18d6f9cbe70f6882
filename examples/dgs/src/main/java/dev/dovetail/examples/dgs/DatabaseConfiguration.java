package dev.dovetail.examples.dgs;

import dev.dovetail.examples.postgres.LocalPostgres;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A PostgreSQL of the example's own. An application that has a database sets spring.datasource.url instead. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    LocalPostgres postgres() {
        return LocalPostgres.start();
    }

    @Bean
    DataSource dataSource(LocalPostgres postgres) {
        return postgres.dataSource();
    }
}
