package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.SentMail;
import io.psabridge.sandbox.data.Site;
import java.util.Map;

/** Puts mail into the outbox, where the ticket says that its contact is mailed. */
final class Mailer {

    private Mailer() {}

    static void toContact(Site site, Map<String, Object> ticket, long noteId, String text) {
        String address = Records.text(ticket, "contactEmailAddress");
        if (Records.flag(ticket, "automaticEmailContactFlag") && !address.isEmpty()) {
            long id = Records.number(ticket, "id");
            site.outbox()
                    .add(
                            new SentMail(
                                    site.clock().now(),
                                    address,
                                    id,
                                    noteId,
                                    "Ticket #" + id + ": " + Records.text(ticket, "summary"),
                                    text));
        }
    }
}
