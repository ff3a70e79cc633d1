package io.psabridge.connectwise;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in whatever letter case its members come. Not to be believed before its
 * signature was found good.
 */
final class CallbackMessage {

    private final byte[] body;
    private final Map<?, ?> members;

    private CallbackMessage(byte[] body, Map<?, ?> members) {
        this.body = body;
        this.members = members;
    }

    /**
     * Fails with UNAUTHENTICATED when it is no JSON object: then it is no message of ConnectWise.
     */
    static CallbackMessage read(byte[] body) {
        try {
            if (Json.read(body) instanceof Map<?, ?> members) {
                return new CallbackMessage(body, members);
            }
        } catch (IOException e) {
            throw notSigned("The message is no JSON");
        }
        throw notSigned("The message is no JSON object");
    }

    /** Where it says that the signing key is. */
    Optional<URI> keyUrl() {
        return member(members, "Metadata") instanceof Map<?, ?> metadata
                        && member(metadata, "key_url") instanceof String url
                ? parsed(url)
                : Optional.empty();
    }

    /** Fails with UNEXPECTED_REPLY for a kind of record that nobody registered for. */
    Callbacks.Event event() {
        String record = word("ID").filter(Ids::isNumber).orElseThrow(() -> odd("has no record id"));
        return new Callbacks.Event(
                word("MessageId")
                        .filter(id -> !id.isBlank())
                        .orElseGet(() -> HexFormat.of().formatHex(CallbackSignature.sha256(body))),
                word("Type")
                        .flatMap(CallbackMessage::topic)
                        .orElseThrow(() -> odd("is about another kind of record")),
                record,
                word("Action").filter("deleted"::equalsIgnoreCase).isPresent());
    }

    static Optional<Callbacks.Topic> topic(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "ticket" -> Optional.of(Callbacks.Topic.TICKET);
            case "member" -> Optional.of(Callbacks.Topic.MEMBER);
            default -> Optional.empty();
        };
    }

    static PsaException notSigned(String why) {
        return PsaException.of(PsaErrorCode.UNAUTHENTICATED).message(why).build();
    }

    private Optional<String> word(String name) {
        Object value = member(members, name);
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static @Nullable Object member(Map<?, ?> members, String name) {
        return members.entrySet().stream()
                .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .findFirst()
                .<Object>map(Map.Entry::getValue)
                .orElse(null);
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static PsaException odd(String what) {
        return PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                .message("The message " + what)
                .build();
    }
}
