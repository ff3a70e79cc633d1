package io.psabridge.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A kind of PSA, such as ConnectWise. Safe for use by many threads. */
public interface PsaProvider {

    /** The name in the API and in the database, such as {@code connectwise}. */
    ProviderId id();

    /** The name a person knows, such as "ConnectWise PSA". */
    String name();

    /** What a person enters to sign in; the connections page draws its form from this. */
    List<CredentialField> credentialFields();

    /** What a person enters to say where the PSA is. */
    List<CredentialField> siteFields();

    /** The optional parts of {@link Psa} that this kind of PSA has. */
    Set<Capability> capabilities();

    Limits limits();

    /** The vendor's page that tells a person how to make the credentials. */
    URI docsUrl();

    /** How long after an unknown outcome "it is not there" may be believed. */
    SettleTimes settleTimes();

    /** Opens one tenant's PSA. Makes no call: wrong credentials show in {@link Psa#verify}. */
    Psa open(PsaAccess access);

    /** The longest texts the PSA takes, in Unicode code points. */
    record Limits(int noteText, int summary) {}

    /** Counted from when the call was given up. */
    record SettleTimes(Duration afterServerError, Duration withoutAnswer) {}
}
