package io.psabridge.platform.db;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WidgetRepository extends GenericRepository<Widget, String> {

    @Query("SELECT name FROM widget ORDER BY name")
    List<String> names();

    @Query("INSERT INTO widget (tenant_id, name) VALUES (:tenant, :name)")
    void insert(String tenant, String name);

    @Query("SELECT current_user::text")
    String role();
}
