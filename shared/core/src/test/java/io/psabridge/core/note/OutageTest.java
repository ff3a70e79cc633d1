package io.psabridge.core.note;

import static io.psabridge.core.testing.Core.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.SandboxDesk;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PSA that is away for three days, and one that comes back and allows few calls. */
class OutageTest {

    private static final long FIRST_TICKET = 48_300;
    private static final int TICKETS = 12;
    private static final int OF_EACH = 5;
    private static final int CALLS_A_MINUTE = 20;
    private static final int AT_ONCE = 4;

    private SandboxDesk desk;
    private SandboxCompany company;
    private ConnectionId connection;

    @BeforeEach
    void open() {
        desk = SandboxDesk.open(Map.of());
        company = desk.psa().demo();
        connection = desk.connect(NORTH, company);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void afterSeventyTwoHoursOfOutageEverythingIsDeliveredInOrderAtTheAllowedRate()
            throws InterruptedException {
        Map<Long, List<String>> wanted = new TreeMap<>();
        desk.psa().order(Fault.of("503-html").forever());
        desk.psa().forgetReceived();
        for (int i = 0; i < OF_EACH; i++) {
            for (long ticket = FIRST_TICKET; ticket < FIRST_TICKET + TICKETS; ticket++) {
                String text = "Note " + i + " of ticket " + ticket;
                desk.post(NORTH, connection, ticket, text);
                wanted.computeIfAbsent(ticket, any -> before(any)).add(text);
            }
        }
        int outage = (int) Duration.ofDays(3).dividedBy(Duration.ofMinutes(10));
        int most = 0;
        for (int step = 1; step < outage; step++) {
            desk.psa().forgetReceived();
            desk.pass(Duration.ofMinutes(10));
            most = Math.max(most, desk.psa().received().size());
        }
        assertThat(most).as("calls within ten minutes while it rests").isLessThan(20);

        desk.psa().faults().clear();
        company.set(Switch.CALLS_PER_MINUTE, Integer.toString(CALLS_A_MINUTE));
        List<ReceivedRequest> after = deliverAll();

        Map<Long, List<String>> there =
                wanted.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        ticket -> ticket,
                                        ticket -> SandboxDesk.texts(company, ticket)));
        assertThat(there).isEqualTo(wanted);
        assertThat(desk.core().count("SELECT count(*) FROM note_post WHERE state <> 'posted'"))
                .isZero();
        assertThat(after).anyMatch(call -> call.status() == 429);
        assertThat(insideOfAPause(after)).as("calls while it asked for none").isEmpty();
    }

    private List<String> before(long ticket) {
        return new ArrayList<>(SandboxDesk.texts(company, ticket));
    }

    private List<ReceivedRequest> deliverAll() throws InterruptedException {
        List<ReceivedRequest> calls = new ArrayList<>();
        for (int minute = 0; minute < 200 && unfinished() > 0; minute++) {
            desk.psa().forgetReceived();
            desk.pass(Duration.ofSeconds(61));
            calls.addAll(desk.psa().received());
        }
        return calls;
    }

    /** What came after a refusal and before its time was over, but for what was on its way. */
    private static List<ReceivedRequest> insideOfAPause(List<ReceivedRequest> calls) {
        List<ReceivedRequest> wrong = new ArrayList<>();
        Instant until = Instant.MIN;
        int onTheirWay = 0;
        for (ReceivedRequest call : calls) {
            if (!call.at().isBefore(until)) {
                onTheirWay = AT_ONCE;
            } else if (onTheirWay-- <= 0) {
                wrong.add(call);
            }
            if (call.status() == 429 && !call.at().isBefore(until)) {
                until = call.at().plusSeconds(30);
            }
        }
        return wrong;
    }

    private long unfinished() {
        return desk.core()
                .count(
                        "SELECT count(*) FROM note_post WHERE state IN ('pending', 'posting', 'uncertain')");
    }
}
