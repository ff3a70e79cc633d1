package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.tck.Operation;
import io.psabridge.tck.StandInFault;
import io.psabridge.tck.World;
import java.util.Map;
import java.util.Optional;

/** From the kit's operations to paths, and from its faults to the sandbox's effects. */
final class SandboxFaults {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html";
    private static final String PAGE = "<html><body><h1>Something went wrong</h1></body></html>";
    private static final Map<String, String> WAIT = Map.of("Retry-After", "30");

    private SandboxFaults() {}

    /** The verb and the path below the API's own. */
    static String[] request(Operation operation, World world) {
        String ticket = "/service/tickets/" + world.ticket();
        String board = "/service/boards/" + world.board();
        return switch (operation) {
            case SIGN_IN, LIST_TICKETS -> get("/service/tickets");
            case READ_TICKET -> get(ticket);
            case CREATE_TICKET -> new String[] {"POST", "/service/tickets"};
            case UPDATE_TICKET, CHANGE_STATUS -> new String[] {"PATCH", ticket};
            case LIST_NOTES -> get(ticket + "/notes");
            case ADD_NOTE -> new String[] {"POST", ticket + "/notes"};
            case LIST_STATUSES -> get(board + "/statuses");
            case LIST_MEMBERS -> get("/system/members");
            case READ_MEMBER -> get("/system/members/" + world.member());
            case LIST_COMPANIES -> get("/company/companies");
            case READ_COMPANY -> get("/company/companies/" + world.company());
            case LIST_CONTACTS -> get("/company/contacts");
            case READ_CONTACT -> get("/company/contacts/" + world.contact());
            case LIST_BOARDS -> get("/service/boards");
            case LIST_TYPES -> get(board + "/types");
            case LIST_SUBTYPES -> get(board + "/subtypes");
            case LIST_ITEMS -> get(board + "/items");
            case LIST_PRIORITIES -> get("/service/priorities");
            case LIST_SOURCES -> get("/service/sources");
            case LIST_LOCATIONS -> get("/system/locations");
            case LIST_CALLBACKS -> get("/system/callbacks");
            case REGISTER_CALLBACK -> new String[] {"POST", "/system/callbacks"};
            case REMOVE_CALLBACK -> new String[] {"DELETE", "/system/callbacks/987654"};
        };
    }

    /** Empty for what is no effect of its own. */
    static Optional<Fault> effect(StandInFault fault, Operation operation) {
        return Optional.ofNullable(
                switch (fault) {
                    case RESET_BEFORE_COMMIT -> Fault.of("reset-before-commit");
                    case RESET_AFTER_COMMIT -> Fault.of("reset-after-commit");
                    case NO_ANSWER -> Fault.of("no-answer");
                    case DRIP -> Fault.of(new FaultEffect.Drip(1, 1_000));
                    case ENDLESS_BODY ->
                            answer(200, JSON, "[" + " ".repeat(12 * 1024 * 1024), Map.of());
                    case BAD_REQUEST_400 -> answer(400, JSON, error("InvalidObject"), Map.of());
                    case KEYS_REVOKED_401 -> answer(401, JSON, error("Unauthorized"), Map.of());
                    case FORBIDDEN_403 -> answer(403, JSON, error("Security"), Map.of());
                    case MISSING_404 -> answer(404, JSON, error("NotFound"), Map.of());
                    case REFUSED_422 -> answer(422, JSON, error("InvalidObject"), Map.of());
                    case RATE_LIMITED_JSON -> Fault.of("429-json");
                    case RATE_LIMITED_HTML -> answer(429, HTML, PAGE, WAIT);
                    case RATE_LIMITED_EMPTY -> answer(429, JSON, "", WAIT);
                    case SERVER_ERROR_500 -> Fault.of("500");
                    case HTML_502 -> Fault.of("502-html");
                    case HTML_503 -> Fault.of("503-html");
                    case HTML_200 -> done(HTML, PAGE);
                    case EMPTY_200 -> done(JSON, "");
                    case TRUNCATED_JSON -> Fault.of("cut-short");
                    case NULL_200 -> done(JSON, "null");
                    case ERROR_BODY_200 -> done(JSON, error("InternalError"));
                    case WRONG_SHAPE_200 -> done(JSON, operation.isList() ? "{\"id\":1}" : "[]");
                    case SHORT_PAGES -> Fault.of(new FaultEffect.ShortPage(3));
                    default -> null;
                });
    }

    private static Fault done(String type, String body) {
        return Fault.of(new FaultEffect.Answer(200, type, Map.of(), body, true));
    }

    static Fault answer(int status, String type, String body, Map<String, String> headers) {
        return Fault.answer(status, type, body, headers);
    }

    private static String error(String code) {
        return "{\"code\":\"" + code + "\",\"message\":\"Not this time.\",\"errors\":null}";
    }

    private static String[] get(String path) {
        return new String[] {"GET", path};
    }
}
