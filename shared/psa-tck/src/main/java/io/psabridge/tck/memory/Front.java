package io.psabridge.tck.memory;

import io.psabridge.spi.TicketField;
import io.psabridge.tck.Operation;
import io.psabridge.tck.Received;
import io.psabridge.tck.StandInFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of a PSA in memory: takes requests, checks keys, and makes ordered faults happen. */
final class Front {

    private final Set<String> keys = new HashSet<>();
    private final List<Received> received = new ArrayList<>();
    private final Map<Operation, StandInFault> faults = new EnumMap<>(Operation.class);
    private @Nullable Service service;
    private int elsewhere;

    Front(String key) {
        keys.add(key);
    }

    synchronized void open(Service fresh) {
        service = fresh;
        faults.clear();
        received.clear();
        elsewhere = 0;
    }

    synchronized void arrange(StandInFault fault, Operation operation) {
        faults.put(operation, fault);
    }

    synchronized void heal() {
        faults.clear();
    }

    synchronized void accept(String key) {
        keys.add(key);
    }

    synchronized void refuse(String key) {
        keys.remove(key);
    }

    synchronized int mails() {
        return service == null ? 0 : service.mails();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized void forget() {
        received.clear();
    }

    synchronized int elsewhere() {
        return elsewhere;
    }

    /** Somebody followed a way that leads to another host. */
    synchronized void reachElsewhere() {
        elsewhere++;
    }

    /** Answers within {@code patience}; a silent PSA makes the caller wait that long. */
    Answer answer(Ask ask, String withKey, Duration patience) throws InterruptedException {
        Answer answer = answerAtOnce(ask, withKey);
        if (answer instanceof Answer.Silence) {
            Thread.sleep(patience);
        }
        return answer;
    }

    private synchronized Answer answerAtOnce(Ask ask, String withKey) {
        StandInFault fault = faults.get(ask.operation());
        received.add(
                new Received(
                        ask.line(),
                        ask.operation().isWrite(),
                        fieldsOf(ask),
                        termsOf(ask),
                        "key " + withKey.hashCode()));
        if (fault != null) {
            var instead = Spoiler.before(fault);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        if (!keys.contains(withKey)) {
            return Spoiler.json(
                    fault == StandInFault.WRONG_KEYS_AS_404 ? 404 : 401, "Unauthorized");
        }
        if (service == null) {
            return Spoiler.json(503, "Starting");
        }
        try {
            Answer right = service.serve(ask, fault);
            return fault == null ? right : Spoiler.after(fault, right);
        } catch (Refused refused) {
            return new Answer.Failed(
                    refused.status(), String.valueOf(refused.getMessage()), true, null);
        }
    }

    private static Set<TicketField> fieldsOf(Ask ask) {
        Set<TicketField> fields = EnumSet.noneOf(TicketField.class);
        if (ask.operation() == Operation.UPDATE_TICKET
                || ask.operation() == Operation.CHANGE_STATUS) {
            for (TicketField field : TicketField.values()) {
                if (ask.body().containsKey(field.wireName())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static @Nullable Integer termsOf(Ask ask) {
        if (ask.operation() != Operation.LIST_TICKETS) {
            return null;
        }
        try {
            return ask.param("query").map(query -> Query.parse(query).terms()).orElse(0);
        } catch (Refused unreadable) {
            return null;
        }
    }
}
