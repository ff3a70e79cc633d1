package io.psabridge.connectwise;

import io.psabridge.spi.Board;
import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Callbacks.Registration;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Id;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Status;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import io.psabridge.spi.Verification;
import io.psabridge.tck.KeptKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls what a transcript names. */
final class TranscriptOperations {

    private static final URI HOOK =
            URI.create("https://hooks.psabridge.example/v1/callbacks/7b0c/t0k3nfake?id=");

    private final Transcript transcript;
    private final TranscriptInput input;
    private final Psa psa;
    private final RowReader rows;

    TranscriptOperations(Transcript transcript, Psa psa, RowReader rows) {
        this.transcript = transcript;
        this.input = new TranscriptInput(transcript);
        this.psa = psa;
        this.rows = rows;
    }

    Map<String, Object> run() {
        return switch (transcript.operation()) {
            case "connection.verify", "connection.open" -> verify();
            case "tickets.get" -> get();
            case "tickets.search" -> search();
            case "tickets.list (all pages)" -> readAll(ticketRows());
            case "tickets.create" -> create();
            case "tickets.update" ->
                    Shown.ticket(psa.tickets().update(input.ticket(), input.change()));
            case "notes.list" ->
                    Shown.page(psa.notes().list(input.ticket(), input.page(1000)), Shown::note);
            case "notes.add" -> addNote();
            case "statuses.list" -> Shown.items(psa.statuses().ofBoard(board()), Shown::status);
            case "statuses.change" ->
                    Shown.ticket(psa.statuses().change(input.ticket(), wantedStatus()));
            case "members.list" -> members();
            case "directory.companies" ->
                    Shown.page(
                            psa.directory()
                                    .companies(
                                            input.in().text("q").orElse(null),
                                            PageRequest.first(input.pageSize())),
                            Shown::company);
            case "directory.companies (all pages)" -> allCompanies();
            case "directory.contacts" -> contacts();
            case "directory.contact" ->
                    Shown.contact(
                            psa.directory()
                                    .contact(Id.of(input.in().text("contactId").orElseThrow())));
            case "directory.boards" ->
                    Shown.items(
                            psa.directory().boards(),
                            found -> Map.of("id", found.id().value(), "name", found.name()));
            case "directory.types" -> Shown.items(psa.directory().types(board()), Shown::ref);
            case "directory.subTypes" -> Shown.items(psa.directory().subTypes(board()), Shown::ref);
            case "directory.items" -> Shown.items(psa.directory().items(board()), Shown::ref);
            case "directory.priorities" -> Shown.items(psa.directory().priorities(), Shown::ref);
            case "directory.sources" -> Shown.items(psa.directory().sources(), Shown::ref);
            case "directory.locations" -> Shown.items(psa.directory().locations(), Shown::ref);
            case "callbacks.register" -> register();
            case "callbacks.reconcile" -> reconcile();
            case "callbacks.delete" -> delete();
            case "callbacks.receive" -> receive();
            case "callbacks.verify" -> vectors();
            default -> throw new AssertionError("Nobody plays " + transcript.operation());
        };
    }

    private Map<String, Object> verify() {
        Verification found = psa.verify();
        if (!found.ok()) {
            throw Objects.requireNonNull(found.failed().orElseThrow().failure());
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("psaVersion", String.valueOf(found.psaVersion()));
        return shown;
    }

    private Map<String, Object> get() {
        if (transcript.name().equals("security-level-my-hides")) {
            psa.tickets()
                    .list(TicketFilter.ALL.with(TicketField.BOARD, "21"), PageRequest.first(50));
        }
        return Shown.ticket(psa.tickets().get(input.ticket()));
    }

    private Map<String, Object> search() {
        if (transcript.name().startsWith("conditions-long-post")) {
            String conditions =
                    new WireObject(
                                    (Map<?, ?>)
                                            transcript
                                                    .firstOfClient()
                                                    .orElseThrow()
                                                    .body()
                                                    .orElseThrow())
                            .text("conditions")
                            .orElseThrow();
            RowPage found =
                    rows.page(
                            ListQuery.of("/service/tickets")
                                    .where(new Conditions(List.of(conditions)))
                                    .newestFirstOfAnyLength(),
                            null,
                            50);
            return ids(found.rows());
        }
        return Shown.page(
                psa.tickets().list(input.filter(), input.page(input.pageSize())), Shown::ticket);
    }

    private ListQuery ticketRows() {
        return ListQuery.of("/service/tickets").where(TicketConditions.of(input.filter()));
    }

    private Map<String, Object> readAll(ListQuery query) {
        List<WireObject> all = new ArrayList<>();
        String key = null;
        do {
            RowPage page = rows.page(query, key, input.pageSize());
            all.addAll(page.rows());
            key = page.next();
        } while (key != null);
        return ids(all);
    }

    private Map<String, Object> create() {
        if (transcript.name().equals("tickets-create-lookup-by-marker")) {
            Map<String, Object> found =
                    Shown.ticket(psa.tickets().findByMarker("pb1-6f1ed002ab559585").orElseThrow());
            found.put("deduplicated", true);
            return found;
        }
        return Shown.ticket(psa.tickets().create(input.newTicket()));
    }

    private Map<String, Object> addNote() {
        if (transcript.name().equals("notes-lookup-after-uncertain-post")) {
            return lastNote();
        }
        if (transcript.name().startsWith("errors-reset-")) {
            return afterReset();
        }
        Map<String, Object> added = Shown.note(psa.notes().add(input.ticket(), input.note()));
        if (transcript.name().equals("notes-text-normalised")) {
            Map<String, Object> read = lastNote();
            if (!"Café offen. 1. Mai".equals(read.get("text"))) {
                throw new AssertionError("Read as " + read.get("text"));
            }
        }
        return added;
    }

    /**
     * What comes after an unknown outcome is for the caller to decide; here it looks, then sends.
     */
    private Map<String, Object> afterReset() {
        try {
            psa.notes().add(input.ticket(), input.note());
            throw new AssertionError("A reset is no success");
        } catch (PsaException e) {
            if (e.effect() != io.psabridge.spi.Effect.UNKNOWN) {
                throw new AssertionError("After a reset the effect is unknown", e);
            }
        }
        return psa.notes().list(input.ticket(), PageRequest.first(1000)).items().isEmpty()
                ? Shown.note(psa.notes().add(input.ticket(), input.note()))
                : lastNote();
    }

    private Map<String, Object> lastNote() {
        return Shown.note(
                psa.notes().list(input.ticket(), PageRequest.first(1000)).items().getLast());
    }

    private Id<Status> wantedStatus() {
        String name = input.in().text("status").orElse("");
        if (!name.isEmpty()) {
            String board =
                    psa.tickets()
                            .get(input.ticket())
                            .reference(TicketField.BOARD)
                            .orElseThrow()
                            .id();
            return psa.statuses().ofBoard(Id.of(board)).stream()
                    .filter(status -> status.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        return Id.of(input.in().text("statusId").orElse("513"));
    }

    private Map<String, Object> members() {
        if (!input.in().flag("active")) {
            return Shown.page(
                    psa.members().list(PageRequest.first(input.pageSize())), Shown::member);
        }
        return readAll(
                ListQuery.of("/system/members").where(Conditions.NONE.flag("inactiveFlag", false)));
    }

    private Map<String, Object> allCompanies() {
        if (transcript.name().equals("paging-page-size-over-max-400")) {
            return ids(rows.all(ListQuery.of("/company/companies")));
        }
        return Shown.items(walk(page -> psa.directory().companies(null, page)), Shown::company);
    }

    private <T> List<T> walk(Function<PageRequest, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String key = null;
        do {
            Page<T> page = pages.apply(new PageRequest(key, input.pageSize()));
            all.addAll(page.items());
            key = page.next();
        } while (key != null);
        return all;
    }

    private Map<String, Object> contacts() {
        boolean ofCompany = transcript.name().equals("directory-contacts-of-company");
        String text = ofCompany ? null : input.in().text("q").orElse("Marta");
        return Shown.page(
                psa.directory()
                        .contacts(
                                text,
                                ofCompany ? Id.of("250") : null,
                                PageRequest.first(input.pageSize())),
                Shown::contact);
    }

    private Id<Board> board() {
        return Id.of(input.in().text("boardId").orElse("21"));
    }

    private Map<String, Object> register() {
        List<String> registered = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Map<String, Object> shown = new LinkedHashMap<>();
        List<?> types = (List<?>) Objects.requireNonNull(input.in().members().get("types"));
        for (Object type : types) {
            Topic topic = Topic.valueOf(type.toString().toUpperCase(Locale.ROOT));
            try {
                shown.put("id", psa.callbacks().register(topic, HOOK).id().value());
                registered.add(type.toString());
            } catch (PsaException e) {
                if (types.size() == 1) {
                    throw e;
                }
                refused.add(type.toString());
            }
        }
        shown.put("registered", registered);
        shown.put("refused", refused);
        return shown;
    }

    private Map<String, Object> reconcile() {
        List<Registration> entries = psa.callbacks().list("hooks.psabridge.example");
        entries.stream()
                .filter(entry -> entry.url().equals(HOOK))
                .forEach(entry -> psa.callbacks().register(entry.topic(), HOOK));
        entries.stream()
                .filter(entry -> !entry.url().equals(HOOK))
                .forEach(entry -> psa.callbacks().remove(entry.id()));
        return Map.of();
    }

    private Map<String, Object> delete() {
        Id<Registration> id = Id.of(input.in().text("id").orElseThrow());
        psa.callbacks().remove(id);
        psa.callbacks().remove(id);
        return Map.of();
    }

    private Map<String, Object> receive() {
        for (Transcript.Exchange exchange : transcript.exchanges()) {
            if (exchange.isFromPsa()) {
                int wanted = exchange.response().number("status").orElseThrow();
                int answered = received(exchange);
                if (answered != wanted) {
                    throw new AssertionError("Answered " + answered + ", not " + wanted);
                }
            }
        }
        if (transcript.name().equals("callbacks-delivered-deleted")) {
            isGone("48199");
        }
        return Map.of(
                "status",
                transcript.exchanges().getFirst().response().number("status").orElseThrow());
    }

    private int received(Transcript.Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.headers()
                .members()
                .forEach((name, value) ->
                        headers.put(
                                String.valueOf(name).toLowerCase(Locale.ROOT),
                                String.valueOf(value)));
        byte[] body = exchange.request().text("raw").orElseThrow().getBytes(StandardCharsets.UTF_8);
        try {
            Callbacks.Event event =
                    psa.callbacks()
                            .verify(new Callbacks.Message(headers, body), KeptKeys.unlimited());
            boolean deletion = exchange.query().text("action").orElse("").equals("deleted");
            if (!exchange.query().text("id").orElse("").equals(event.recordId())
                    || event.deleted() != deletion
                    || event.topic() != Topic.TICKET) {
                throw new AssertionError("Understood as " + event);
            }
            return 204;
        } catch (PsaException e) {
            return e.code() == PsaErrorCode.UNAUTHENTICATED ? 401 : 500;
        }
    }

    private void isGone(String ticket) {
        try {
            psa.tickets().get(Id.of(ticket));
            throw new AssertionError("The ticket is there");
        } catch (PsaException e) {
            if (e.code() != PsaErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    private Map<String, Object> vectors() {
        int accepted = 0;
        for (WireObject vector : transcript.given().objects("vectors")) {
            String key = vector.text("signing_key").orElseThrow();
            String signature = vector.text("signature").orElseThrow();
            byte[] body = vector.text("raw").orElseThrow().getBytes(StandardCharsets.UTF_8);
            boolean fits = new CallbackSignature(key).fits(body, signature);
            boolean fitsOther = new CallbackSignature(key + " ").fits(body, signature);
            boolean fitsCut =
                    new CallbackSignature(key)
                            .fits(Arrays.copyOf(body, body.length - 1), signature);
            boolean fitsLower =
                    new CallbackSignature(key).fits(body, signature.toLowerCase(Locale.ROOT));
            accepted += fits && !fitsOther && !fitsCut && !fitsLower ? 1 : 0;
        }
        return Map.of("accepted", accepted);
    }

    private static Map<String, Object> ids(@Nullable List<WireObject> rows) {
        return Map.of(
                "items",
                Objects.requireNonNull(rows).stream()
                        .map(row -> Map.of("id", Integer.toString(row.id())))
                        .toList(),
                "complete",
                true);
    }
}
