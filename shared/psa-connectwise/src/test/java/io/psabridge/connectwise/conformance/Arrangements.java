package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.tck.Operation;
import io.psabridge.tck.PsaBench;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.World;
import java.util.List;
import java.util.Map;

/** Orders the kit's faults for one company of the sandbox. */
final class Arrangements {

    private final ConnectWiseSandbox sandbox;
    private final SandboxCompany company;
    private final Elsewhere elsewhere;

    Arrangements(ConnectWiseSandbox sandbox, SandboxCompany company, Elsewhere elsewhere) {
        this.sandbox = sandbox;
        this.company = company;
        this.elsewhere = elsewhere;
    }

    /** Everything goes well again. */
    void clear() {
        sandbox.faults().clear();
        company.workflow();
        for (Switch each : Switch.values()) {
            company.set(each, each.usual());
        }
    }

    void make(StandInFault fault, Operation operation, World world) {
        switch (fault) {
            case WRONG_KEYS_AS_404 -> company.set(Switch.BAD_KEYS, "404");
            case WORKFLOW_UNDOES_STATUS -> company.workflow(new WorkflowRule(21, 511, 510));
            case NEXT_LINK_ELSEWHERE -> company.set(Switch.LINK_ORIGIN, elsewhere.origin());
            default -> {
                String[] request = SandboxFaults.request(operation, world);
                Fault ordered = fault(fault, operation, world);
                sandbox.order(ordered.onCompany(company.id()).on(request[0], request[1]).forever());
            }
        }
    }

    private Fault fault(StandInFault fault, Operation operation, World world) {
        return switch (fault) {
            case REDIRECTS_ELSEWHERE ->
                    SandboxFaults.answer(
                            302, "text/html", "", Map.of("Location", elsewhere.origin() + "/x"));
            case WRITE_WITHOUT_EFFECT -> withoutEffect(operation, world);
            case IGNORES_PAGE_KEY ->
                    Fault.of(
                            new FaultEffect.Answer(
                                    200,
                                    "application/json",
                                    Map.of(),
                                    Json.text(newestTickets(5)),
                                    false));
            case NULL_MEMBERS, ABSENT_MEMBERS, EMPTY_REFERENCES, UNKNOWN_MEMBERS ->
                    OddRecords.answer(fault, operation, world, company);
            default ->
                    SandboxFaults.effect(fault, operation)
                            .orElseThrow(() -> PsaBench.cannot("play " + fault));
        };
    }

    private static Fault withoutEffect(Operation operation, World world) {
        return switch (operation) {
            case UPDATE_TICKET, CHANGE_STATUS -> Fault.of("patch-without-effect");
            case CREATE_TICKET -> made("{\"id\":48999,\"summary\":\"Printer on fire\"}");
            case ADD_NOTE ->
                    made(
                            "{\"id\":90999,\"ticketId\":"
                                    + world.ticket()
                                    + ",\"text\":\"Called\",\"internalAnalysisFlag\":true}");
            default -> throw PsaBench.cannot("ignore " + operation);
        };
    }

    private static Fault made(String record) {
        return SandboxFaults.answer(201, "application/json", record, Map.of());
    }

    private List<Map<String, Object>> newestTickets(int count) {
        List<Map<String, Object>> all = company.records(Tables.TICKETS);
        return all.reversed().subList(0, Math.min(count, all.size()));
    }
}
