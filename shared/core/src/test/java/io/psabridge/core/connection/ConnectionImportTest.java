package io.psabridge.core.connection;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static io.psabridge.core.testing.Core.fails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.macasaet.fernet.Key;
import com.macasaet.fernet.Token;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.Credentials;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionImportTest {

    private static final String EARLIER = FernetKeyRing.generate();

    private static Core core;
    private static ConnectionImport imports;

    @BeforeAll
    static void start() {
        core =
                Core.start(
                        Map.of("PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate() + "," + EARLIER));
        imports = core.get(ConnectionImport.class);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @Test
    void whatTheTokenHoldsIsSealedAnewAndWorks() {
        Connection made = run(token(EARLIER, json("key", secret())));

        assertThat(core.get(ConnectionService.class).verify(NORTH, ROBIN, made.id()).ok()).isTrue();
        assertThat(made.credentialHint()).containsEntry("user", "imported");
    }

    @Test
    void keysThatThePsaRefusesStoreNothing() {
        refused(ProblemCode.PSA_AUTHENTICATION_FAILED, token(EARLIER, json("key", "canary-55")));
    }

    @Test
    void aTokenUnderAnotherKeyOrAChangedOneStoresNothing() {
        String good = token(EARLIER, json("key", secret()));

        refused(
                ProblemCode.INVALID_REQUEST,
                token(FernetKeyRing.generate(), json("key", secret())));
        char other = good.charAt(60) == 'A' ? 'B' : 'A';
        refused(ProblemCode.INVALID_REQUEST, good.substring(0, 60) + other + good.substring(61));
        refused(ProblemCode.INVALID_REQUEST, good.substring(0, 40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary-55",
                "[\"canary-55\"]",
                "{\"user\": {\"canary-55\": 1}}",
                "{\"user\": 5, \"key\": \"canary-55\"}",
                "{\"user\": \"u\", \"canary\": \"canary-55\"}",
            })
    void whatIsNotCredentialsIsRefusedWithoutBeingQuoted(String content) {
        refused(ProblemCode.INVALID_REQUEST, token(EARLIER, content));
    }

    private static void refused(ProblemCode code, String token) {
        long before = core.count("SELECT count(*) FROM connection");

        Problem problem = fails(code, () -> run(token));

        assertThat(problem.detail() + problem.errors() + problem.fix())
                .doesNotContain("canary-55", secret());
        assertThat(core.count("SELECT count(*) FROM connection")).isEqualTo(before);
    }

    private static Connection run(String token) {
        NewConnection wanted = core.wanted(Credentials.of(Map.of()));
        return imports.run(NORTH, wanted.provider(), wanted.name(), wanted.site(), token);
    }

    private static String secret() {
        return core.provider().tenant().credentials().require("key").expose();
    }

    private static String json(String name, String value) {
        return "{\"user\": \"imported\", \"" + name + "\": \"" + value + "\"}";
    }

    private static String token(String key, String content) {
        return Token.generate(new SecureRandom(), new Key(key), content.getBytes(UTF_8))
                .serialise();
    }
}
