package io.psabridge.connectwise;

import io.psabridge.http.Outbound;
import io.psabridge.spi.Capability;
import io.psabridge.spi.CredentialField;
import io.psabridge.spi.ProviderId;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaProvider;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** ConnectWise PSA (Manage), in the vendor's cloud or self-hosted, by its REST API. */
public final class ConnectWiseProvider implements PsaProvider {

    static final Limits LIMITS = new Limits(60_000, 100);

    private static final URI DOCS =
            URI.create(
                    "https://developer.connectwise.com/Products/ConnectWise_PSA/Developer_Guide");

    private static final Set<Capability> CAPABILITIES =
            Set.of(
                    Capability.TICKETS_SEARCH,
                    Capability.TICKETS_CREATE,
                    Capability.TICKETS_UPDATE,
                    Capability.NOTES_READ,
                    Capability.NOTES_WRITE,
                    Capability.STATUSES,
                    Capability.MEMBERS,
                    Capability.COMPANIES,
                    Capability.CONTACTS,
                    Capability.BOARDS,
                    Capability.TYPES,
                    Capability.SUBTYPES,
                    Capability.ITEMS,
                    Capability.PRIORITIES,
                    Capability.SOURCES,
                    Capability.LOCATIONS,
                    Capability.CALLBACKS);

    private final Outbound outbound;
    private final ConnectWiseSettings settings;
    private final Discovery discovery = new Discovery();

    public ConnectWiseProvider(Outbound outbound, ConnectWiseSettings settings) {
        this.outbound = outbound;
        this.settings = settings;
    }

    @Override
    public ProviderId id() {
        return new ProviderId("connectwise");
    }

    @Override
    public String name() {
        return "ConnectWise PSA";
    }

    @Override
    public List<CredentialField> credentialFields() {
        return List.of(
                new CredentialField(
                        Login.COMPANY_ID,
                        "Company id",
                        false,
                        true,
                        "The company with which people sign in to ConnectWise.",
                        "[^\\s+:/]{1,100}"),
                new CredentialField(
                        Login.PUBLIC_KEY,
                        "Public key",
                        false,
                        true,
                        "On the API Keys tab of the API member, under System > Members.",
                        "\\S{1,200}"),
                new CredentialField(
                        Login.PRIVATE_KEY,
                        "Private key",
                        true,
                        true,
                        "Shown once, when the key is made on the API Keys tab.",
                        null),
                new CredentialField(
                        Login.CLIENT_ID,
                        "Client id",
                        true,
                        false,
                        "Only if you have your own from the ConnectWise developer portal.",
                        "[\\x21-\\x7e]{1,100}"));
    }

    @Override
    public List<CredentialField> siteFields() {
        return List.of(
                new CredentialField(
                        "host",
                        "Site",
                        false,
                        true,
                        "The host in your browser's address bar, such as na.myconnectwise.net.",
                        null),
                new CredentialField(
                        "caCertificate",
                        "Certificate authority",
                        false,
                        false,
                        "PEM, for a self-hosted server whose certificate is not publicly trusted.",
                        null));
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.copyOf(CAPABILITIES);
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public URI docsUrl() {
        return DOCS;
    }

    @Override
    public SettleTimes settleTimes() {
        return new SettleTimes(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    @Override
    public Psa open(PsaAccess access) {
        return new ConnectWisePsa(new ConnectWiseApi(outbound, access, settings, discovery));
    }
}
