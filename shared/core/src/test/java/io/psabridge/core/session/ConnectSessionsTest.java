package io.psabridge.core.session;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.SOUTH;
import static io.psabridge.core.testing.Core.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.audit.AuditEvent;
import io.psabridge.core.audit.AuditFilter;
import io.psabridge.core.audit.AuditLog;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.platform.web.Scope;
import io.psabridge.platform.web.TokenVerifier;
import io.psabridge.spi.PageRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectSessionsTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Core core;
    private static ConnectSessions sessions;

    @BeforeAll
    static void start() {
        core =
                Core.start(
                        Map.of(
                                "PSA_BRIDGE_PUBLIC_URL", "https://bridge.example/",
                                "PSA_BRIDGE_RETURN_ORIGINS", "https://app.example"));
        sessions = core.get(ConnectSessions.class);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @AfterEach
    void onTime() {
        core.database().clockAheadBy(Duration.ZERO);
    }

    @Test
    void itsTokenActsForTheTenantAndComesFromAPage() {
        OpenedSession opened = sessions.open(NORTH, ROBIN, QUARTER, null);

        Caller caller = verifier(core).verify(opened.token());

        assertThat(caller.tenant()).isEqualTo(NORTH);
        assertThat(caller.sub()).isEqualTo("robin");
        assertThat(caller.via()).isEqualTo(Caller.Via.PAGE);
        assertThat(caller.may(Scope.ADMIN)).isTrue();
        assertThat(opened.url())
                .hasToString("https://bridge.example/connect#token=" + opened.token());
        assertThat(opened.toString()).doesNotContain(opened.token());
    }

    @Test
    void aRevokedOneIsOverAtOnceInEveryProcess() {
        OpenedSession opened = sessions.open(NORTH, ROBIN, QUARTER, null);
        Core beside = core.beside();
        try {
            verifier(beside).verify(opened.token());

            sessions.revoke(NORTH, ROBIN, opened.id());

            fails(ProblemCode.UNAUTHENTICATED, () -> verifier(beside).verify(opened.token()));
            fails(ProblemCode.NOT_FOUND, () -> sessions.revoke(NORTH, ROBIN, opened.id()));
        } finally {
            beside.closeBeside();
        }
    }

    @Test
    void itEndsByTheDatabasesClock() {
        OpenedSession opened = sessions.open(NORTH, ROBIN, QUARTER, null);
        core.database().clockAheadBy(Duration.ofMinutes(14));
        verifier(core).verify(opened.token());

        core.database().clockAheadBy(QUARTER.plusSeconds(1));

        fails(ProblemCode.UNAUTHENTICATED, () -> verifier(core).verify(opened.token()));
        fails(ProblemCode.NOT_FOUND, () -> sessions.revoke(NORTH, ROBIN, opened.id()));
    }

    @Test
    void anotherTenantCannotRevokeIt() {
        OpenedSession opened = sessions.open(NORTH, ROBIN, QUARTER, null);

        fails(ProblemCode.NOT_FOUND, () -> sessions.revoke(SOUTH, ROBIN, opened.id()));

        verifier(core).verify(opened.token());
    }

    @Test
    void beginningAndEndingAreTold() {
        OpenedSession opened = sessions.open(SOUTH, ROBIN, QUARTER, null);
        sessions.revoke(SOUTH, ROBIN, opened.id());

        assertThat(
                        core.get(AuditLog.class)
                                .list(SOUTH, AuditFilter.ALL, PageRequest.first(2))
                                .items())
                .extracting(AuditEvent::action)
                .containsExactly("session.revoke", "session.create");
        assertThat(
                        core.count(
                                "SELECT count(*) FROM connect_session s, audit_event e"
                                        + " WHERE s::text LIKE '%eyJ%' OR e::text LIKE '%eyJ%'"))
                .isZero();
    }

    @Test
    void thePageLeadsBackToAConfiguredOrigin() {
        String wanted = "https://app.example:443/settings?tab=psa";

        assertThat(sessions.open(NORTH, ROBIN, QUARTER, wanted).token()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://app.example/",
                "https://app.example:8443/",
                "https://app.example@evil.example/",
                "https://user@app.example/",
                "https://app.example.evil.example/",
                "//app.example/",
                "/settings",
                "javascript:alert(1)",
                "https://app.example\\@evil.example/",
                "",
                "https:app.example"
            })
    void anyOtherAddressIsRefused(String returnUrl) {
        fails(ProblemCode.INVALID_REQUEST, () -> sessions.open(NORTH, ROBIN, QUARTER, returnUrl));
    }

    private static TokenVerifier verifier(Core process) {
        return process.get(TokenVerifier.class);
    }
}
