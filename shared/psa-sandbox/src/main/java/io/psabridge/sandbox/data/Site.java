package io.psabridge.sandbox.data;

import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.control.Recent;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.SandboxClock;
import io.psabridge.sandbox.control.SentMail;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.json.Json;
import io.psabridge.sandbox.query.Dialect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One company's PSA: its records, keys, switches and what it sent. Safe for many threads. */
public final class Site {

    private static final int FIRST_ID = 1;
    private static final int KEPT = 1_000;

    private final String id;
    private final String name;
    private final String origin;
    private final String signingKey;
    private final SandboxClock clock;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<Switch, String> switches = new EnumMap<>(Switch.class);
    private final List<ApiKey> keys = new CopyOnWriteArrayList<>();
    private final List<WorkflowRule> rules = new CopyOnWriteArrayList<>();
    private final Map<Long, Set<String>> demanded = new ConcurrentHashMap<>();
    private final Recent<SentMail> outbox = new Recent<>(KEPT);
    private final Recent<Delivery> deliveries = new Recent<>(KEPT);
    private volatile Release release;
    private volatile Dialect dialect = Dialect.USUAL;

    public Site(
            String id,
            String name,
            String origin,
            String signingKey,
            Release release,
            SandboxClock clock) {
        this.id = id;
        this.name = name;
        this.origin = origin;
        this.signingKey = signingKey;
        this.release = release;
        this.clock = clock;
        for (Switch each : Switch.values()) {
            switches.put(each, each.usual());
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Where this PSA is reached; the start of the links in its records. */
    public String origin() {
        return origin;
    }

    public String signingKey() {
        return signingKey;
    }

    public SandboxClock clock() {
        return clock;
    }

    /** The moment, as records are stamped with it: whole seconds in UTC. */
    public String now() {
        return stamp(clock.now());
    }

    public static String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Table table(String table) {
        return tables.computeIfAbsent(table, name -> new Table(FIRST_ID, parentIn(name)));
    }

    /** Makes the ids of a table begin at a number of its own. */
    public void startIds(String table, long firstId) {
        tables.putIfAbsent(table, new Table(firstId, parentIn(table)));
    }

    private static String parentIn(String table) {
        return table.equals(Tables.NOTES) ? "ticketId" : "";
    }

    public Map<String, Table> tables() {
        return tables;
    }

    public synchronized String choice(Switch which) {
        return switches.getOrDefault(which, which.usual());
    }

    public boolean is(Switch which, String choice) {
        return choice(which).equals(choice);
    }

    public synchronized void set(Switch which, String choice) {
        switches.put(which, which.checked(choice));
        dialect =
                new Dialect(
                        is(Switch.BACKSLASH, "escape"),
                        is(Switch.PERCENT, "wildcard"),
                        is(Switch.DATES, "dates-only"));
    }

    public Dialect dialect() {
        return dialect;
    }

    public Release release() {
        return release;
    }

    public void release(Release changed) {
        release = changed;
    }

    public List<ApiKey> keys() {
        return keys;
    }

    public ApiKey addKey(
            long memberId, String identifier, String publicKey, String privateKey, Rights rights) {
        ApiKey key = new ApiKey(this, memberId, identifier, publicKey, privateKey, rights);
        keys.add(key);
        return key;
    }

    public List<WorkflowRule> rules() {
        return rules;
    }

    /** The members that a board demands of a new ticket, beyond the usual ones. */
    public Set<String> demanded(long boardId) {
        return demanded.getOrDefault(boardId, Set.of());
    }

    public void demand(long boardId, Set<String> members) {
        demanded.put(boardId, Set.copyOf(members));
    }

    public Recent<SentMail> outbox() {
        return outbox;
    }

    public Recent<Delivery> deliveries() {
        return deliveries;
    }

    /** Changes a record behind the API's back: nothing is checked, nobody is told. */
    public synchronized void apply(RecordChange change) {
        Table table = table(change.table());
        Map<String, Object> set = change.set();
        if (set == null) {
            table.remove(change.id());
            return;
        }
        Row before = table.get(change.id());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", change.id());
        if (before != null) {
            members.putAll(before.members());
        }
        set.forEach((member, value) -> {
            if (Json.isNull(value) && before != null) {
                members.remove(member);
            } else {
                members.put(member, value);
            }
        });
        table.put(change.id(), members);
    }
}
