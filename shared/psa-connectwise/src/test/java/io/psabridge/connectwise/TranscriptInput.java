package io.psabridge.connectwise;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.NewTicket;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketChange;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transcript's operation is called with; descriptions are taken from what is sent. */
record TranscriptInput(Transcript transcript) {

    private static final Pattern DIGITS = Pattern.compile("([0-9]+)\\D*$");

    WireObject in() {
        return transcript.input();
    }

    Id<Ticket> ticket() {
        return Id.of(in().text("ticketId").orElse("48213"));
    }

    PageRequest page(int size) {
        return new PageRequest(
                in().text("cursor").map(TranscriptInput::lastNumber).orElse(null),
                in().number("limit").orElse(size));
    }

    int pageSize() {
        return transcript
                .firstOfClient()
                .flatMap(exchange -> exchange.query().text("pageSize"))
                .map(Integer::parseInt)
                .filter(size -> size <= 1000)
                .orElse(1000);
    }

    TicketFilter filter() {
        TicketFilter filter = TicketFilter.ALL;
        for (TicketField field : TicketField.values()) {
            Optional<String> id = in().text(field.wireName());
            if (field != TicketField.SUMMARY && id.isPresent()) {
                filter = filter.with(field, id.get());
            }
        }
        Optional<String> text = in().text("q");
        filter = text.isPresent() ? filter.withText(text.get()) : filter;
        filter = in().text("closed").isPresent() ? filter.withClosed(in().flag("closed")) : filter;
        Optional<String> since = in().text("updatedSince");
        return since.isPresent()
                ? filter.withUpdatedSince(OffsetDateTime.parse(since.get()).toInstant())
                : filter;
    }

    NewNote note() {
        String text =
                transcript.name().contains("long-text") || in().text("text").isEmpty()
                        ? sent("text").orElse("x")
                        : in().text("text").orElseThrow();
        return new NewNote(
                text,
                in().text("audience")
                        .map(name -> Audience.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(Audience.INTERNAL),
                in().flag("notifyCustomer"),
                in().text("authorUserId")
                        .map(user -> Id.<Member>of(lastNumber(user)))
                        .orElse(null));
    }

    NewTicket newTicket() {
        Map<TicketField, String> fields = new EnumMap<>(TicketField.class);
        for (TicketField field : TicketField.values()) {
            in().text(field.wireName()).ifPresent(value -> fields.put(field, value));
        }
        if (fields.getOrDefault(TicketField.SUMMARY, "").startsWith("101 times")) {
            fields.put(TicketField.SUMMARY, sent("summary").orElseThrow());
        }
        return new NewTicket(
                fields,
                in().text("description").orElse(null),
                in().text("dedupeKey").isPresent() ? sent("externalXRef").orElse(null) : null);
    }

    TicketChange change() {
        TicketChange change = TicketChange.NONE;
        for (TicketField field : TicketField.values()) {
            if (in().members().containsKey(field.wireName())) {
                Optional<String> value = in().text(field.wireName());
                change = value.isPresent() ? change.set(field, value.get()) : change.clear(field);
            }
        }
        return change.fields().isEmpty() ? change.set(TicketField.SUMMARY, "x") : change;
    }

    private Optional<String> sent(String member) {
        return transcript
                .firstOfClient()
                .flatMap(Transcript.Exchange::body)
                .filter(Map.class::isInstance)
                .flatMap(body -> new WireObject((Map<?, ?>) body).text(member));
    }

    private static String lastNumber(String text) {
        Matcher number = DIGITS.matcher(text);
        if (!number.find()) {
            throw new IllegalArgumentException("No number in " + text);
        }
        return number.group(1);
    }
}
