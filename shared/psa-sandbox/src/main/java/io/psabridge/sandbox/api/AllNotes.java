package io.psabridge.sandbox.api;

import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All notes that a ticket shows: its own, those of time entries, those of tickets merged into it.
 */
final class AllNotes {

    Answer list(Call call) {
        Site site = call.site();
        long ticket = call.parentId();
        List<Map<String, Object>> notes = new ArrayList<>();
        addNotes(site, ticket, ticket, notes);
        for (Row entry : site.table(Tables.TIME_ENTRIES).ascending()) {
            if (Records.number(entry.members(), "chargeToId") == ticket
                    && isShown(entry.members())) {
                notes.add(ofTimeEntry(site, ticket, entry));
            }
        }
        for (Row other : site.table(Tables.TICKETS).ascending()) {
            if (Records.referenceId(other.members(), "mergedParentTicket") == ticket) {
                addNotes(site, ticket, other.id(), notes);
            }
        }
        return Computed.list(call, notes);
    }

    private static void addNotes(
            Site site, long ticket, long source, List<Map<String, Object>> into) {
        for (Row note : site.table(Tables.NOTES).of(source, false)) {
            if (Records.number(note.members(), "ticketId") == source) {
                into.add(ofNote(site, ticket, note, ticket != source));
            }
        }
    }

    private static Map<String, Object> ofNote(Site site, long ticket, Row row, boolean merged) {
        Map<String, Object> note = row.members();
        Map<String, Object> all =
                start(site, ticket, row, "TicketNote", Records.text(note, "text"));
        for (String flag :
                new String[] {"detailDescriptionFlag", "internalAnalysisFlag", "resolutionFlag"}) {
            all.put(flag, Records.flag(note, flag));
        }
        String author = nameOf(site, Records.text(note, "createdBy"));
        if (!author.isEmpty() && !(note.get("contact") instanceof Map)) {
            all.put("originalAuthor", author);
        }
        finish(all, note, merged, Records.flag(note, "issueFlag"));
        return all;
    }

    private static Map<String, Object> ofTimeEntry(Site site, long ticket, Row row) {
        Map<String, Object> entry = row.members();
        Map<String, Object> all =
                start(site, ticket, row, "TimeEntryNote", Records.text(entry, "notes"));
        all.put("detailDescriptionFlag", Records.flag(entry, "addToDetailDescriptionFlag"));
        all.put("internalAnalysisFlag", Records.flag(entry, "addToInternalAnalysisFlag"));
        all.put("resolutionFlag", Records.flag(entry, "addToResolutionFlag"));
        for (String time : new String[] {"timeStart", "timeEnd"}) {
            if (entry.get(time) instanceof String moment) {
                all.put(time, moment);
            }
        }
        finish(all, entry, false, false);
        return all;
    }

    private static Map<String, Object> start(
            Site site, long ticket, Row row, String type, String text) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("id", row.id());
        note.put("noteType", type);
        note.put("ticket", ticketReference(site, ticket));
        note.put("text", text);
        note.put("isMarkdownFlag", true);
        return note;
    }

    private static void finish(
            Map<String, Object> all, Map<String, Object> source, boolean merged, boolean issue) {
        all.put("bundledFlag", false);
        all.put("mergedFlag", merged);
        all.put("issueFlag", issue);
        all.put("createdByParentFlag", false);
        for (String author : new String[] {"member", "contact"}) {
            if (source.get(author) instanceof Map<?, ?> reference) {
                all.put(author, reference);
                all.putIfAbsent("originalAuthor", Records.text(Json.asObject(reference), "name"));
            }
        }
        all.put("_info", source.getOrDefault("_info", Map.of()));
    }

    private static String nameOf(Site site, String identifier) {
        Map<String, Object> member =
                References.expand(
                        site, "MemberReference", Json.object("identifier", identifier), 0);
        return member == null ? "" : Records.text(member, "name");
    }

    private static Map<String, Object> ticketReference(Site site, long ticket) {
        Row row = site.table(Tables.TICKETS).get(ticket);
        String summary = row == null ? "" : Records.text(row.members(), "summary");
        String self = site.origin() + "/v4_6_release/apis/3.0//service/tickets/" + ticket;
        return Json.object(
                "id", ticket, "summary", summary, "_info", Json.object("ticket_href", self));
    }

    private static boolean isShown(Map<String, Object> entry) {
        return Records.flag(entry, "addToDetailDescriptionFlag")
                || Records.flag(entry, "addToInternalAnalysisFlag")
                || Records.flag(entry, "addToResolutionFlag");
    }
}
