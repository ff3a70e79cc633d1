package io.psabridge.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The pool that requests work on. Connects with the first statement, not before. */
@Factory
final class RuntimePool {

    /** What every connection works as, whoever signs in. */
    static final String ROLE = "psa_bridge_app";

    private static final int CONNECTIONS = 10;
    private static final int WAIT_MS = 3_000;

    // Made without a configuration object, it starts with the first connection. It is kept here to
    // be
    // closed: the bean itself is wrapped.
    private final HikariDataSource pool = new HikariDataSource();

    @Singleton
    @Named("default")
    DataSource dataSource(DatabaseAccess access) {
        pool.setPoolName("psa-bridge");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setConnectionInitSql("SET ROLE " + ROLE);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(WAIT_MS);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "psa-bridge");
        pool.addDataSourceProperty("assumeMinServerVersion", "15");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
