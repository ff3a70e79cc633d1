package io.psabridge.platform.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeRoleCheckTest {

    private final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void prepare() {
        Contexts.prepare(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aRoleThatOwnsNothingPasses() {
        assertThatCode(check()).doesNotThrowAnyException();
    }

    @Test
    void aSuperuserIsRefused() {
        refused(
                "ALTER ROLE psa_bridge_app SUPERUSER",
                "ALTER ROLE psa_bridge_app NOSUPERUSER",
                "superuser");
    }

    @Test
    void aRoleThatBypassesRowLevelSecurityIsRefused() {
        refused(
                "ALTER ROLE psa_bridge_app BYPASSRLS",
                "ALTER ROLE psa_bridge_app NOBYPASSRLS",
                "BYPASSRLS");
    }

    @Test
    void aRoleThatOwnsATableIsRefused() {
        refused(
                "ALTER TABLE widget OWNER TO psa_bridge_app",
                "ALTER TABLE widget OWNER TO postgres",
                "owns tables");
    }

    @Test
    void aRoleThatInheritsTheDispatcherIsRefused() {
        refused(
                "GRANT psa_bridge_dispatcher TO psa_bridge_app WITH INHERIT TRUE",
                "GRANT psa_bridge_dispatcher TO psa_bridge_app WITH INHERIT FALSE",
                "inherits psa_bridge_dispatcher");
    }

    @Test
    void aUserWhoCannotBecomeTheRuntimeRoleIsToldSo() {
        database.execute("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN PASSWORD 'x'");
        try (ApplicationContext context = Contexts.of(database, "stranger", "x")) {
            assertThatThrownBy(() -> context.getBean(RuntimeRoleCheck.class).check())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("DATABASE_USER cannot work as the role psa_bridge_app");
        } finally {
            database.execute("DROP ROLE stranger");
        }
    }

    private void refused(String spoil, String repair, String expected) {
        database.execute(spoil);
        try {
            assertThatThrownBy(check())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("psa_bridge_app")
                    .hasMessageContaining(expected);
        } finally {
            database.execute(repair);
        }
    }

    private ThrowingCallable check() {
        return () -> {
            try (ApplicationContext context = Contexts.of(database)) {
                context.getBean(RuntimeRoleCheck.class).check();
            }
        };
    }
}
