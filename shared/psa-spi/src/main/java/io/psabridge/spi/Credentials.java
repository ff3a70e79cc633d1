package io.psabridge.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a person entered for each {@link CredentialField}. Prints its field names only. */
public final class Credentials {

    private final Map<String, Secret> values;

    private Credentials(Map<String, Secret> values) {
        this.values = values;
    }

    /** Takes every value as a secret; blank values are left out. */
    public static Credentials of(Map<String, String> values) {
        Map<String, Secret> kept = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!value.isBlank()) {
                kept.put(name, new Secret(value));
            }
        });
        return new Credentials(kept);
    }

    public Optional<Secret> get(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Fails with INVALID_REQUEST when the field is missing. */
    public Secret require(String field) {
        return get(field)
                .orElseThrow(() ->
                        PsaException.of(PsaErrorCode.INVALID_REQUEST)
                                .message("The credential field " + field + " is missing")
                                .build());
    }

    public Set<String> fields() {
        return values.keySet();
    }

    /** These, with the values of {@code other} for the fields that are absent here. */
    public Credentials orElse(Credentials other) {
        Map<String, Secret> merged = new TreeMap<>(other.values);
        merged.putAll(values);
        return new Credentials(merged);
    }

    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
