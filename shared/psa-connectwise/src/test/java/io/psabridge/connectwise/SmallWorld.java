package io.psabridge.connectwise;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.connectwise.HttpDouble.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the reads that a rule demands and a transcript does not list. */
final class SmallWorld {

    private static final Pattern TICKET = Pattern.compile(".*/service/tickets/([0-9]+)");
    private static final Pattern STATUSES = Pattern.compile(".*/service/boards/([0-9]+)/statuses");
    private static final Map<Integer, List<Object>> STATUSES_OF_BOARDS =
            Map.of(
                    21,
                    List.of(
                            status(510, "New", false),
                            status(511, "In Progress", false),
                            status(512, "Waiting on Customer", false),
                            status(513, ">Closed", true),
                            status(514, "Closed (do not use)", false)),
                    22,
                    List.of(
                            status(520, "New", false),
                            status(521, "In Progress", false),
                            status(529, "Done", true)),
                    23,
                    List.of(status(530, "New", false)));

    private final Transcript transcript;
    private final String codebase;
    private final Map<String, String> written = new ConcurrentHashMap<>();

    SmallWorld(Transcript transcript) {
        this.transcript = transcript;
        this.codebase =
                transcript.exchanges().stream()
                        .filter(exchange -> !exchange.isFromPsa())
                        .map(Transcript.Exchange::path)
                        .filter(path -> path.contains("/apis/3.0/"))
                        .map(path -> path.split("/", -1)[1])
                        .findFirst()
                        .orElse("v4_6_release");
    }

    /** Keeps what an answer showed, for the next one who asks. */
    void wrote(Received request, Answer answer) {
        if (request.method().equals("PATCH") && answer.status() == 200) {
            written.put(request.path(), answer.body());
        }
    }

    /** Empty for what nobody has a reason to ask. */
    Optional<Answer> answer(Received request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (request.path().startsWith("/login/companyinfo/")) {
            return Optional.of(Answer.json(200, companyInfo()));
        }
        if (written.containsKey(request.path())) {
            return Optional.of(Answer.json(200, written.get(request.path())));
        }
        Matcher ticket = TICKET.matcher(request.path());
        if (ticket.matches()) {
            return Optional.of(ticket(Integer.parseInt(ticket.group(1))));
        }
        Matcher statuses = STATUSES.matcher(request.path());
        if (statuses.matches()) {
            boolean first = !request.query().containsKey("conditions");
            int board = Integer.parseInt(statuses.group(1));
            return Optional.of(
                    Answer.json(
                            200,
                            first ? STATUSES_OF_BOARDS.getOrDefault(board, List.of()) : List.of()));
        }
        if (request.path().contains("/project/tickets/")) {
            return Optional.of(notFound());
        }
        if (request.path().contains("/callbackkey/")) {
            return Optional.of(
                    Answer.json(
                            200, Map.of("signing_key", transcript.given().text("key").orElse(""))));
        }
        if (request.path().endsWith("/system/info")) {
            return Optional.of(Answer.json(200, Map.of("version", "v2026.1.112233")));
        }
        boolean probe = "id".equals(request.query().get("fields"));
        boolean further =
                request.query().getOrDefault("conditions", "").matches(".*\\bid[<>][0-9]+.*");
        boolean callbacks = request.path().endsWith("/system/callbacks");
        return probe || further || callbacks
                ? Optional.of(Answer.json(200, List.of()))
                : Optional.empty();
    }

    static Answer notFound() {
        return Answer.json(404, Map.of("code", "NotFound", "message", "Ticket not found"));
    }

    private Map<String, Object> companyInfo() {
        boolean cloud =
                transcript
                        .given()
                        .text("host")
                        .orElse("api-na.myconnectwise.net")
                        .endsWith("myconnectwise.net");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("CompanyName", "Quillfeather Managed IT");
        info.put("Codebase", codebase + "/");
        info.put("VersionCode", cloud ? "v2026.1" : "v2026.4");
        info.put("CompanyID", "quillfeather");
        info.put("IsCloud", cloud ? "True" : "False");
        return info;
    }

    private Answer ticket(int id) {
        for (WireObject record : transcript.given().object("records").objects("service/tickets")) {
            if (record.id() == id) {
                return Answer.json(
                        200,
                        Map.of(
                                "id",
                                id,
                                "summary",
                                "Printer in the tea room prints only the left half",
                                "board",
                                Map.of("id", record.id("board").orElse(21), "name", "Help Desk"),
                                "status",
                                Map.of("id", record.id("status").orElse(511), "name", "As given"),
                                "closedFlag",
                                false));
            }
        }
        return id == 48213
                ? Answer.json(
                        200,
                        Map.of(
                                "id",
                                id,
                                "summary",
                                "Printer in the tea room prints only the left half",
                                "board",
                                Map.of("id", 21, "name", "Help Desk"),
                                "status",
                                Map.of("id", 511, "name", "In Progress"),
                                "closedFlag",
                                false))
                : notFound();
    }

    private static Object status(int id, String name, boolean closed) {
        return Map.of("id", id, "name", name, "closedStatus", closed, "inactive", false);
    }
}
