package io.psabridge.connectwise;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Callbacks at {@code /system/callbacks}, and the messages that they bring. */
final class ConnectWiseCallbacks implements Callbacks {

    private static final String PATH = "/system/callbacks";
    private static final String LEVEL = "owner";
    private static final int EVERYTHING = 1;

    private final ConnectWiseApi api;
    private final RowReader rows;
    private final MessageVerifier messages;

    ConnectWiseCallbacks(ConnectWiseApi api, RowReader rows) {
        this.api = api;
        this.rows = rows;
        this.messages = new MessageVerifier(api);
    }

    @Override
    public Registration register(Topic topic, URI url) {
        Optional<Registration> there = find(topic, url);
        if (there.isPresent()) {
            return woken(there.get());
        }
        try {
            WireReply answer = api.call(WireRequest.post(PATH, body(topic, url)));
            return answer.read(() -> registration(answer.object()))
                    .orElseThrow(() ->
                            PsaException.of(PsaErrorCode.NOT_APPLIED)
                                    .effect(Effect.UNKNOWN)
                                    .message("ConnectWise registered something else")
                                    .build());
        } catch (PsaException e) {
            if (e.code() != PsaErrorCode.REJECTED || !existsAlready(e)) {
                throw e;
            }
            return find(topic, url).map(this::woken).orElseThrow(() -> e);
        }
    }

    @Override
    public List<Registration> list(String host) {
        return rows
                .all(ListQuery.of(PATH).where(Conditions.NONE.contains(List.of("url"), host)))
                .stream()
                .flatMap(row -> registration(row).stream())
                .filter(entry -> Texts.contains(entry.url().toString(), host))
                .toList();
    }

    @Override
    public void remove(Id<Registration> id) {
        int number = Ids.number("callbackId", id);
        api.delete(WireRequest.delete(PATH + "/" + number));
    }

    @Override
    public Event verify(Message message, SigningKeys keys) {
        return messages.verify(message, keys);
    }

    private Optional<Registration> find(Topic topic, URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse(url.toString());
        return list(host).stream()
                .filter(entry -> entry.topic() == topic && entry.url().equals(url))
                .findFirst();
    }

    /** ConnectWise switches an entry off after three failing days. */
    private Registration woken(Registration entry) {
        if (entry.active()) {
            return entry;
        }
        WireReply answer =
                api.call(
                        WireRequest.patch(
                                PATH + "/" + entry.id(),
                                List.of(PatchOperations.replace("inactiveFlag", false))));
        return answer.read(() -> registration(answer.object())).orElse(entry);
    }

    static Map<String, Object> body(Topic topic, URI url) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", "PSA Bridge");
        body.put("url", url.toString());
        body.put("objectId", EVERYTHING);
        body.put("type", topic.name().toLowerCase(Locale.ROOT));
        body.put("level", LEVEL);
        body.put("inactiveFlag", false);
        body.put("isSelfSuppressedFlag", true);
        return body;
    }

    private static boolean existsAlready(PsaException e) {
        return e.answer().map(PsaException.Answer::code).filter("ObjectExists"::equals).isPresent()
                || e.errors().stream()
                        .anyMatch(error -> error.message().contains("already exists"));
    }

    /** Empty for entries of a kind that is not ours. */
    static Optional<Registration> registration(WireObject row) {
        Optional<Topic> topic = row.text("type").flatMap(CallbackMessage::topic);
        Optional<URI> url = row.text("url").flatMap(ConnectWiseCallbacks::uri);
        boolean ours = row.text("level").filter(LEVEL::equalsIgnoreCase).isPresent();
        return topic.isEmpty() || url.isEmpty() || !ours
                ? Optional.empty()
                : Optional.of(
                        new Registration(
                                Id.of(Integer.toString(row.id())),
                                topic.get(),
                                url.get(),
                                !row.flag("inactiveFlag")));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
