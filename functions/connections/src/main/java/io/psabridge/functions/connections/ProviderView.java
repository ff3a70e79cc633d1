package io.psabridge.functions.connections;

import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.core.connection.Offered;
import io.psabridge.spi.Capability;
import io.psabridge.spi.CredentialField;
import io.psabridge.spi.PsaProvider;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of PSA, and what a form that connects one asks for. */
@Serdeable
record ProviderView(
        String id,
        String name,
        List<String> capabilities,
        List<FieldView> credentialFields,
        List<FieldView> siteFields,
        LimitsView limits,
        URI docsUrl) {

    static ProviderView of(PsaProvider provider) {
        return new ProviderView(
                provider.id().value(),
                provider.name(),
                names(Offered.by(provider)),
                provider.credentialFields().stream().map(FieldView::of).toList(),
                provider.siteFields().stream().map(FieldView::of).toList(),
                new LimitsView(provider.limits().noteText(), provider.limits().summary()),
                provider.docsUrl());
    }

    static List<String> names(Collection<Capability> capabilities) {
        return capabilities.stream().sorted().map(Capability::wireName).toList();
    }

    /**
     * One field of the form.
     *
     * @param pattern regular expression that the whole value must match
     */
    @Serdeable
    record FieldView(
            String name,
            String label,
            boolean secret,
            boolean required,
            String help,
            @Nullable String pattern) {

        static FieldView of(CredentialField field) {
            return new FieldView(
                    field.name(),
                    field.label(),
                    field.secret(),
                    field.required(),
                    field.help(),
                    field.pattern());
        }
    }

    /** The longest texts that the PSA takes, in characters. */
    @Serdeable
    record LimitsView(int noteText, int summary) {}
}
