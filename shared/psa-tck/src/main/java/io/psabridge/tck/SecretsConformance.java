package io.psabridge.tck;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No secret in a message, a cause, a log line or a text form, whatever goes wrong. */
public interface SecretsConformance extends PsaConformance {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "WRITE_WITHOUT_EFFECT",
                "WORKFLOW_UNDOES_STATUS",
                "SHORT_PAGES",
                "IGNORES_PAGE_KEY",
                "NEXT_LINK_ELSEWHERE",
                "WRONG_KEYS_AS_404",
                "NULL_MEMBERS",
                "ABSENT_MEMBERS",
                "EMPTY_REFERENCES",
                "UNKNOWN_MEMBERS"
            })
    default void noFailureShowsASecret(StandInFault fault) {
        List<String> texts = new ArrayList<>();
        for (Operation operation : List.of(Operation.READ_TICKET, Operation.ADD_NOTE)) {
            if (!declares(operation)) {
                continue;
            }
            standIn().reset();
            standIn().arrange(fault, operation);
            try {
                Operations.run(operation, psa(Duration.ofSeconds(1)), world());
            } catch (PsaException failure) {
                texts.addAll(Leaks.textsOf(failure));
            }
            texts.addAll(bench().logLines());
        }

        Leaks.assertNone(secrets(bench().tenant().credentials()), texts);
    }

    @Test
    default void wrongKeysAreNotShownEither() {
        Credentials wrong = bench().wrongCredentials();
        Tenant tenant = bench().tenant().with(wrong);
        List<String> texts = new ArrayList<>();

        Verification verification = provider().open(tenant.access(PATIENCE)).verify();

        texts.add(verification.toString());
        verification
                .checks()
                .forEach(check -> {
                    texts.add(String.valueOf(check.fix()));
                    PsaException failure = check.failure();
                    if (failure != null) {
                        texts.addAll(Leaks.textsOf(failure));
                    }
                });
        texts.addAll(bench().logLines());
        List<String> secrets = new ArrayList<>(secrets(wrong));
        secrets.add(PsaBench.CANARY);
        Leaks.assertNone(secrets, texts);
    }

    @Test
    default void theTextFormsShowNoSecret() {
        Tenant tenant = bench().tenant();
        List<String> texts =
                List.of(
                        tenant.toString(),
                        tenant.access(PATIENCE).toString(),
                        provider().toString(),
                        psa().toString(),
                        psa().verify().toString());

        Leaks.assertNone(secrets(tenant.credentials()), texts);
    }

    private List<String> secrets(Credentials credentials) {
        return provider().credentialFields().stream()
                .filter(field -> field.secret())
                .flatMap(field -> credentials.get(field.name()).stream())
                .map(secret -> secret.expose())
                .toList();
    }
}
