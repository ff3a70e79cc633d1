package io.psabridge.core.connection;

import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import io.psabridge.spi.CredentialField;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks what a person entered against the provider's own description of its fields. */
final class CredentialForm {

    private static final int LONGEST = 1_000;

    private CredentialForm() {}

    /**
     * Fails with {@code invalid_request}, naming every field that is missing, unknown or of the
     * wrong form; never a value.
     */
    static void check(PsaProvider provider, Credentials entered) {
        Problem.Builder problem =
                Problem.of(ProblemCode.INVALID_REQUEST)
                        .detail("The credentials are not as " + provider.name() + " needs them.");
        boolean wrong = false;
        List<CredentialField> fields = provider.credentialFields();
        for (CredentialField field : fields) {
            String complaint = complaint(field, entered);
            if (complaint != null) {
                problem.error("credentials." + field.name(), complaint);
                wrong = true;
            }
        }
        for (String name : entered.fields()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                problem.error("credentials." + name, "is no field of " + provider.name());
                wrong = true;
            }
        }
        if (wrong) {
            throw problem.build();
        }
    }

    /** Plain fields whole; of secret ones the last four characters, the private ones not at all. */
    static Map<String, String> hint(PsaProvider provider, Credentials entered) {
        Map<String, String> hint = new TreeMap<>();
        for (CredentialField field : provider.credentialFields()) {
            if (!field.secret()) {
                entered.get(field.name())
                        .ifPresent(value -> hint.put(field.name(), shown(field, value)));
            }
        }
        return hint;
    }

    private static String shown(CredentialField field, Secret value) {
        return field.name().endsWith("Key") ? value.hint(4) : value.expose();
    }

    private static @Nullable String complaint(CredentialField field, Credentials entered) {
        Secret value = entered.get(field.name()).orElse(null);
        if (value == null) {
            return field.required() ? "is missing. " + field.help() : null;
        }
        return wrongForm(field, value.expose());
    }

    private static @Nullable String wrongForm(CredentialField field, String value) {
        String pattern = field.pattern();
        if (value.codePointCount(0, value.length()) > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        return pattern == null || value.matches(pattern)
                ? null
                : "does not have the right form. " + field.help();
    }
}
