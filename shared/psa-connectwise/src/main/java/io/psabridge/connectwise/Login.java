package io.psabridge.connectwise;

import io.psabridge.spi.Credentials;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** How one connection signs in. Prints nothing. */
final class Login {

    static final String COMPANY_ID = "companyId";
    static final String PUBLIC_KEY = "publicKey";
    static final String PRIVATE_KEY = "privateKey";
    static final String CLIENT_ID = "clientId";

    static final String NO_CLIENT_ID =
            "There is no ConnectWise client id, and ConnectWise refuses calls without";
    static final String HOW_TO_GET_A_CLIENT_ID =
            "Let the operator set CONNECTWISE_CLIENT_ID, or enter a client id for this connection";

    private final Credentials credentials;
    private final ConnectWiseSettings settings;

    Login(Credentials credentials, ConnectWiseSettings settings) {
        this.credentials = credentials;
        this.settings = settings;
    }

    /** The company's sign-in name; no secret. */
    String companyId() {
        return credentials.require(COMPANY_ID).expose().strip();
    }

    /** Signs in with {@code company+public:private}. */
    String authorization() {
        String pair =
                companyId()
                        + "+"
                        + credentials.require(PUBLIC_KEY).expose()
                        + ":"
                        + credentials.require(PRIVATE_KEY).expose();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasClientId() {
        return ownClientId().isPresent() || settings.clientId() != null;
    }

    /**
     * The connection's own client id, else the vendor's; fails with INVALID_REQUEST without one.
     */
    String clientId() {
        String value = ownClientId().orElse(settings.clientId());
        if (value == null) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message(NO_CLIENT_ID)
                    .fix(HOW_TO_GET_A_CLIENT_ID)
                    .build();
        }
        if (!ClientId.isValid(value)) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message("The client id is none")
                    .fix("Copy the client id from the ConnectWise developer portal")
                    .build();
        }
        return value;
    }

    /** For what the PSA says: shows none of the secrets. */
    Excerpt excerpt() {
        List<Secret> secrets = new ArrayList<>();
        for (String field : List.of(PUBLIC_KEY, PRIVATE_KEY, CLIENT_ID)) {
            credentials.get(field).ifPresent(secrets::add);
        }
        Optional.ofNullable(settings.clientId()).map(Secret::new).ifPresent(secrets::add);
        return Excerpt.without(secrets);
    }

    private Optional<String> ownClientId() {
        return credentials.get(CLIENT_ID).map(Secret::expose).map(String::strip);
    }
}
