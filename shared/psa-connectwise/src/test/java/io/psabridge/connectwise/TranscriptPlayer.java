package io.psabridge.connectwise;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import io.psabridge.connectwise.Transcript.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Serves the answers of a transcript in order, and notes what was sent otherwise than shown. */
final class TranscriptPlayer {

    private static final Set<String> CLIENTS_CHOICE = Set.of("pageSize", "fields");

    private final Transcript transcript;
    private final SmallWorld world;
    private final List<Exchange> exchanges;
    private final boolean[] served;
    private final List<String> complaints = new ArrayList<>();
    private boolean playing;

    TranscriptPlayer(Transcript transcript) {
        this.transcript = transcript;
        this.world = new SmallWorld(transcript);
        this.exchanges = transcript.exchanges();
        this.served = new boolean[exchanges.size()];
    }

    /** From now on the transcript plays; before, only the small world answers. */
    void play() {
        playing = true;
    }

    synchronized Answer answer(Received request) {
        if (!playing) {
            return world.answer(request).orElseGet(() -> Answer.json(200, List.of()));
        }
        if (!transcript.isSent()) {
            return insteadOf(request);
        }
        Optional<Answer> shown =
                take(request, true, true)
                        .or(() -> take(request, false, false))
                        .or(() -> take(request, false, true));
        if (shown.isPresent()) {
            world.wrote(request, shown.get());
            return shown.get();
        }
        return repeated(request)
                .or(() -> world.answer(request))
                .orElseGet(() -> {
                    complaints.add("not shown: " + describe(request));
                    return SmallWorld.notFound();
                });
    }

    /** What was wrong with what was sent, and, when all must come, what was not sent. */
    List<String> complaints(boolean allMustCome) {
        List<String> all = new ArrayList<>(complaints);
        for (int i = 0; i < served.length; i++) {
            Exchange exchange = exchanges.get(i);
            if (allMustCome
                    && transcript.isSent()
                    && !served[i]
                    && !exchange.isOptional()
                    && !exchange.isFromPsa()
                    && !exchange.isClosing()) {
                all.add("never sent: " + exchange.method() + " " + exchange.path());
            }
        }
        return all;
    }

    private Optional<Answer> take(Received request, boolean exactly, boolean optionalToo) {
        for (int i = 0; i < served.length; i++) {
            Exchange exchange = exchanges.get(i);
            if (exchange.isFromPsa() || served[i]) {
                continue;
            }
            if ((optionalToo || !exchange.isOptional()) && fits(exchange, request, exactly)) {
                served[i] = true;
                checkHeaders(exchange, request);
                return Optional.of(exchange.answer());
            }
            if (!exchange.isOptional()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A read that is asked again gets the last answer again. */
    private Optional<Answer> repeated(Received request) {
        for (int i = served.length - 1; i >= 0; i--) {
            if (served[i]
                    && request.method().equals("GET")
                    && fits(exchanges.get(i), request, true)) {
                return Optional.of(exchanges.get(i).answer());
            }
        }
        return Optional.empty();
    }

    /** The file is about an answer to what nobody should send. */
    private Answer insteadOf(Received request) {
        Exchange shown = exchanges.getFirst();
        if (fits(shown, request, true) && isTheFault(shown, request)) {
            complaints.add("sent what is shown: " + describe(request));
        }
        boolean sameKind =
                request.method().equals(shown.method())
                        && !request.path().startsWith("/login/")
                        && !request.path().endsWith("/statuses")
                        && !(request.method().equals("POST")
                                && !request.path().equals(shown.path()));
        return sameKind
                ? shown.answer()
                : world.answer(request).orElseGet(() -> Answer.json(200, List.of()));
    }

    /** Where the fault lies in a header, the request looks like a right one. */
    private static boolean isTheFault(Exchange shown, Received request) {
        boolean aboutClientId =
                shown.headers().text("Authorization").isPresent()
                        && shown.headers().text("clientId").isEmpty();
        return !(aboutClientId && request.headers().containsKey("clientid"))
                && shown.headers().text("Host").isEmpty();
    }

    private static boolean fits(Exchange exchange, Received request, boolean exactly) {
        return exchange.method().equals(request.method())
                && exchange.path().equals(request.path())
                && queryFits(exchange, request, exactly)
                && bodyFits(exchange, request, exactly);
    }

    private static boolean queryFits(Exchange exchange, Received request, boolean exactly) {
        Map<String, String> shown = new HashMap<>();
        exchange.query()
                .members()
                .forEach((name, value) -> shown.put(String.valueOf(name), String.valueOf(value)));
        Map<String, String> sent = new HashMap<>(request.query());
        if (shown.containsKey("pageSize") && !sent.containsKey("pageSize")) {
            return false;
        }
        List<String> shownTerms = terms(shown.remove("conditions"), exactly);
        List<String> sentTerms = terms(sent.remove("conditions"), exactly);
        if (!exactly) {
            CLIENTS_CHOICE.forEach(shown::remove);
            CLIENTS_CHOICE.forEach(sent::remove);
            if (orderCannotMatter(exchange)) {
                shown.remove("orderBy");
                sent.remove("orderBy");
            }
        }
        return shown.equals(sent) && shownTerms.equals(sentTerms);
    }

    private static boolean orderCannotMatter(Exchange exchange) {
        return exchange.response().members().get("body") instanceof List<?> rows
                && rows.size() <= 1;
    }

    /** How free text is split into terms is the client's choice. */
    private static List<String> terms(@Nullable String text, boolean all) {
        if (text == null) {
            return List.of();
        }
        try {
            List<String> terms = ConditionParser.terms(text);
            return all
                    ? terms
                    : terms.stream().filter(term -> !term.contains(" contains ")).toList();
        } catch (IllegalArgumentException e) {
            return all ? List.of(text) : List.of();
        }
    }

    private static boolean bodyFits(Exchange exchange, Received request, boolean exactly) {
        if (exchange.body().isEmpty()) {
            return request.body().isEmpty();
        }
        if (request.body().isEmpty()) {
            return false;
        }
        Object shown = normal(exchange.body().get());
        Object sent = normal(parsed(request.body()));
        if (!exactly && sent instanceof Map<?, ?> members) {
            sent = withoutDefaults(members, shown);
        }
        return shown.equals(sent)
                || (!exactly && WhiteSpace.folded(shown).equals(WhiteSpace.folded(sent)));
    }

    /** That nobody is notified may be said where a file does not care. */
    private static Object withoutDefaults(Map<?, ?> sent, Object shown) {
        Map<Object, Object> rest = new HashMap<>(sent);
        if (shown instanceof Map<?, ?> members && !members.containsKey("processNotifications")) {
            rest.remove("processNotifications", false);
        }
        return rest;
    }

    /** To remove and to replace by null are two spellings of one change. */
    private static Object normal(Object body) {
        if (!(body instanceof List<?> operations)) {
            return body;
        }
        return operations.stream()
                .map(operation -> {
                    Map<Object, Object> copy = new HashMap<>((Map<?, ?>) operation);
                    if ("remove".equals(copy.get("op"))) {
                        copy.put("op", "replace");
                    }
                    copy.putIfAbsent("value", "nothing");
                    return copy;
                })
                .collect(Collectors.toSet());
    }

    private static Object parsed(String body) {
        try {
            return Optional.ofNullable(Json.read(body.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("Sent no JSON: " + body, e);
        }
    }

    private void checkHeaders(Exchange exchange, Received request) {
        exchange.headers()
                .members()
                .forEach((name, value) -> {
                    String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
                    if (!lower.equals("host")
                            && !String.valueOf(value).equals(request.headers().get(lower))) {
                        complaints.add(
                                name
                                        + " was "
                                        + request.headers().get(lower)
                                        + " with "
                                        + describe(request));
                    }
                });
        boolean signedIn = request.headers().containsKey("authorization");
        if (signedIn != request.path().contains("/apis/3.0/")) {
            complaints.add("signed in, or not, at " + request.path());
        }
    }

    private static String describe(Received request) {
        return request.method()
                + " "
                + request.path()
                + " "
                + request.query()
                + " "
                + request.body();
    }
}
