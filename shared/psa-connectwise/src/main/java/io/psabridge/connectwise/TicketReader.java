package io.psabridge.connectwise;

import io.psabridge.spi.Id;
import io.psabridge.spi.Ref;
import io.psabridge.spi.Ticket;
import io.psabridge.spi.TicketField;
import java.util.EnumMap;
import java.util.Map;

/** Reads ConnectWise's ticket records. */
final class TicketReader {

    private static final String LINK =
            "/v4_6_release/services/system_io/Service/fv_sr100_request.rails?service_recid=";

    private TicketReader() {}

    static Ticket ticket(WireObject record, String raw, SiteAddress site, String companyId) {
        int id = record.id();
        Map<TicketField, Ref> references = new EnumMap<>(TicketField.class);
        for (TicketField field : TicketField.values()) {
            if (field != TicketField.SUMMARY) {
                record.reference(TicketFields.name(field))
                        .ifPresent(target -> references.put(field, target));
            }
        }
        WireObject info = record.object("_info");
        return new Ticket(
                Id.of(Integer.toString(id)),
                record.text("summary").orElse(""),
                null,
                record.flag("closedFlag"),
                references,
                info.moment("dateEntered").orElse(null),
                info.moment("lastUpdated").orElse(null),
                site.web(LINK + id + "&companyName=" + WireRequest.encoded(companyId)),
                raw);
    }
}
