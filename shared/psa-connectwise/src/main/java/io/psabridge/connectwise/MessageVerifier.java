package io.psabridge.connectwise;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out whether a message comes from this connection's ConnectWise. */
final class MessageVerifier {

    private static final String SIGNATURE = "x-content-signature";
    private static final String KEY_PATH = "/callbackkey/";
    private static final String COMPANY = "companyname=";

    private final ConnectWiseApi api;

    MessageVerifier(ConnectWiseApi api) {
        this.api = api;
    }

    Callbacks.Event verify(Callbacks.Message message, Callbacks.SigningKeys keys) {
        String signature = message.headers().get(SIGNATURE);
        if (signature == null) {
            throw CallbackMessage.notSigned("The message has no signature");
        }
        CallbackMessage read = CallbackMessage.read(message.body());
        URI keyUrl =
                read.keyUrl()
                        .filter(this::isOurs)
                        .orElseThrow(() ->
                                CallbackMessage.notSigned(
                                        "The message names a key that is not at this"
                                                + " connection's ConnectWise"));
        if (!isSigned(message.body(), signature, keyUrl, keys)) {
            throw CallbackMessage.notSigned("The signature does not fit");
        }
        return read.event();
    }

    /** With the key that is known, else with a fresh one. */
    private boolean isSigned(
            byte[] body, String signature, URI keyUrl, Callbacks.SigningKeys keys) {
        Optional<Secret> known = keys.known();
        if (known.isPresent() && fits(known.get(), body, signature)) {
            return true;
        }
        if (!keys.mayFetch()) {
            if (known.isPresent()) {
                return false;
            }
            throw PsaException.of(PsaErrorCode.UNAVAILABLE)
                    .message("The signing key was asked for just now")
                    .build();
        }
        Secret fresh = fetch(keyUrl);
        if (!fits(fresh, body, signature)) {
            return false;
        }
        keys.keep(fresh);
        return true;
    }

    private static boolean fits(Secret key, byte[] body, String signature) {
        return new CallbackSignature(key.expose()).fits(body, signature);
    }

    private Secret fetch(URI keyUrl) {
        try {
            WireReply answer = api.fetchKey(keyUrl);
            return answer.object()
                    .filled("signing_key")
                    .map(Secret::new)
                    .orElseThrow(() ->
                            PsaException.of(PsaErrorCode.UNAVAILABLE)
                                    .message("The key document holds no key")
                                    .build());
        } catch (PsaException e) {
            throw PsaException.of(PsaErrorCode.UNAVAILABLE)
                    .message("The signing key cannot be had: " + e.getMessage())
                    .retryAfter(e.retryAfter().orElse(null))
                    .cause(e)
                    .build();
        }
    }

    /** The body was chosen by whoever sent it: only this very server and company may be asked. */
    private boolean isOurs(URI keyUrl) {
        String path = keyUrl.getRawPath();
        return api.site().owns(keyUrl)
                && keyUrl.getRawUserInfo() == null
                && keyUrl.getRawFragment() == null
                && path != null
                && path.toLowerCase(Locale.ROOT).contains(KEY_PATH)
                && !path.contains("%")
                && !path.contains("..")
                && companies(keyUrl)
                        .equals(List.of(api.login().companyId().toLowerCase(Locale.ROOT)));
    }

    private static List<String> companies(URI keyUrl) {
        String query = Optional.ofNullable(keyUrl.getRawQuery()).orElse("");
        return Arrays.stream(query.split("&", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.startsWith(COMPANY))
                .map(part -> part.substring(COMPANY.length()))
                .toList();
    }
}
