package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.psabridge.spi.Capability;
import io.psabridge.spi.CredentialField;
import io.psabridge.spi.PsaErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a provider says of itself is true. */
public interface CapabilitiesConformance extends PsaConformance {

    @ParameterizedTest
    @EnumSource
    default void whatIsDeclaredWorks(Operation operation) {
        needs(operation);

        assertThatCode(() -> Operations.run(operation, psa(), world()))
                .as("A button that always fails")
                .doesNotThrowAnyException();
    }

    @Test
    default void whatIsNotDeclaredIsRefusedBeforeAnyCall() {
        World world = world();
        standIn().forget();

        for (Operation operation : Operation.values()) {
            Capability capability = operation.capability();
            if (capability != null && !provider().capabilities().contains(capability)) {
                Failures.failsWith(
                        PsaErrorCode.NOT_SUPPORTED,
                        operation + ": nothing is there, and nobody knows why",
                        () -> Operations.run(operation, psa(), world));
            }
        }

        assertThat(standIn().received()).as("The PSA is asked for what it can't do").isEmpty();
    }

    @Test
    default void theProviderDescribesItself() {
        assertThat(provider().name()).isNotBlank();
        assertThat(provider().docsUrl().isAbsolute()).isTrue();
        assertThat(provider().limits().summary()).isPositive();
        assertThat(provider().limits().noteText()).isPositive();
        assertThat(provider().settleTimes().afterServerError()).isPositive();
        assertThat(provider().settleTimes().withoutAnswer()).isPositive();
        assertThat(provider().capabilities()).isNotEmpty();
    }

    @Test
    default void theFormAsksForWhatSignsIn() {
        assertThat(provider().credentialFields())
                .extracting(CredentialField::name)
                .containsAll(bench().tenant().credentials().fields())
                .doesNotHaveDuplicates();
        assertThat(provider().credentialFields())
                .allSatisfy(field -> {
                    assertThat(field.label()).isNotBlank();
                    assertThat(field.help())
                            .as("Where a person finds %s", field.name())
                            .isNotBlank();
                });
        assertThat(provider().credentialFields())
                .as("Something signs in, and must be hidden")
                .anyMatch(CredentialField::secret);
        assertThat(provider().siteFields()).extracting(CredentialField::name).contains("host");
    }
}
