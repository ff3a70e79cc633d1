package io.psabridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.platform.tenant.TenantId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String ROUTE = "/v1/connections/{id}/tickets";

    private final Cursors cursors = new Cursors(() -> new byte[32]);
    private final CursorScope scope =
            new CursorScope(ACME, "c1", ROUTE, Map.of("q", "a", "boardId", "7"));

    @Test
    void aCursorGivesItsKeyBackForTheSameList() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            String key =
                    random.ints(random.nextInt(40), 32, 0x3000)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            assertThat(cursors.decode(scope, cursors.encode(scope, key))).isEqualTo(key);
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = cursors.encode(scope, "41");

        refused(new CursorScope(new TenantId("globex"), "c1", ROUTE, scope.filter()), cursor);
        refused(new CursorScope(ACME, "c2", ROUTE, scope.filter()), cursor);
        refused(new CursorScope(ACME, "c1", "/v1/note-posts", scope.filter()), cursor);
        refused(new CursorScope(ACME, "c1", ROUTE, Map.of("q", "b", "boardId", "7")), cursor);
        refused(new CursorScope(ACME, "c1", ROUTE, Map.of("q", "a")), cursor);
        refused(new CursorScope(ACME, "c1", ROUTE, Map.of()), cursor);
        refused(new CursorScope(ACME, "c", "1" + ROUTE, scope.filter()), cursor);
    }

    @Test
    void aCursorOfAnotherInstallationIsRefused() {
        byte[] other = new byte[32];
        other[0] = 1;

        refused(scope, new Cursors(() -> other).encode(scope, "41"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "41", "%%%", "AAAA", "é", "https://example.com/?page=2"})
    void whatIsNoCursorIsRefused(String cursor) {
        refused(scope, cursor);
    }

    private void refused(CursorScope asked, String cursor) {
        assertThatThrownBy(() -> cursors.decode(asked, cursor))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
    }
}
