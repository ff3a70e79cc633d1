package io.psabridge.core.reliability;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.ConnectionSettings;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.migration.Migrations;
import io.psabridge.core.note.DeliveryPoint;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.sandbox.ConnectWiseSandbox;
import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Site;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Notes for many tickets, given to two processes of the product that are killed again and again,
 * while the PSA fails in every way and the database is restarted. Time is moved, not waited for.
 */
final class Campaign implements AutoCloseable {

    private static final TenantId TENANT = new TenantId("north");
    private static final int BUDGET_MS = 1_000;
    private static final int PROCESSES = 2;
    private static final int ROUNDS_WITHOUT_END = 4_000;

    private final Random random;
    private final OwnPostgres database;
    private final ConnectWiseSandbox psa;
    private final SandboxCompany company;
    private final Trouble trouble;
    private final Map<String, String> environment;
    private final ConnectionId connection;
    private final File log;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Crash> crashes = new ArrayDeque<>();
    private final List<Running> running = new ArrayList<>();
    private final Map<DeliveryPoint, Integer> halts = new EnumMap<>(DeliveryPoint.class);
    private Duration ahead = Duration.ZERO;
    private int restarts;

    /** How many rounds a process lives that does not come to its point; then it is killed. */
    private static final int LONGEST_LIFE = 6;

    /** A process that is to halt when it reaches the point for the n-th time. */
    private record Crash(String point, int visit) {

        static final Crash NONE = new Crash("none", 1);
    }

    private static final class Running {
        final ChildBridge child;
        final Crash crash;
        int age;

        Running(ChildBridge child, Crash crash) {
            this.child = child;
            this.crash = crash;
        }
    }

    /** A ticket's notes, to be posted one after the other. */
    private static final class Lane {
        final long ticket;
        final List<String> texts;
        int next;
        boolean tried;

        Lane(long ticket, List<String> texts) {
            this.ticket = ticket;
            this.texts = texts;
        }

        boolean hasMore() {
            return next < texts.size();
        }

        String reservedId() {
            return "note" + ticket + "x" + next;
        }
    }

    private Campaign(Random random, Path folder, int notes, int tickets) throws IOException {
        this.random = random;
        this.log = folder.resolve("processes.log").toFile();
        this.database = OwnPostgres.start(folder.resolve("postgres"));
        Migrations.migrate(database.url(), "postgres", "postgres");
        this.psa = ConnectWiseSandbox.start();
        this.company = psa.demo();
        this.trouble = new Trouble(psa, random);
        this.environment = new HashMap<>();
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", "postgres");
        environment.put("DATABASE_PASSWORD", "postgres");
        environment.put("PSA_BRIDGE_FERNET_KEYS", FernetKeyRing.generate());
        environment.put("PSA_BRIDGE_ALLOWED_PSA_HOSTS", psa.origin());
        this.connection = connect();
        environment.put("PSA_REQUEST_BUDGET_MS", Integer.toString(BUDGET_MS));
        for (int i = 0; i < tickets; i++) {
            List<String> texts = new ArrayList<>();
            for (int j = 0; j < notes / tickets; j++) {
                // some say the same as others of their ticket
                texts.add(j % 5 == 4 ? "Called back." : "Note " + j + " of ticket " + i);
            }
            lanes.add(new Lane(48_300 + i, texts));
        }
    }

    static Campaign prepare(long seed, Path folder, int notes, int tickets) throws IOException {
        return new Campaign(new Random(seed), folder, notes, tickets);
    }

    /** Runs until every note is where it belongs, or nothing moves any more. */
    Report run() throws InterruptedException {
        long begun = System.nanoTime();
        planCrashes();
        List<Map<String, Object>> before = company.records("service/notes");
        int round = 0;
        while ((lanes.stream().anyMatch(Lane::hasMore) || unfinished() > 0)
                && round < ROUNDS_WITHOUT_END) {
            round(round++);
        }
        return Report.of(
                company,
                before,
                lanes.stream()
                        .collect(
                                HashMap::new,
                                (map, lane) -> map.put(lane.ticket, lane.texts),
                                Map::putAll),
                new Report.Course(
                        round,
                        restarts,
                        halts,
                        trouble.ordered(),
                        ahead,
                        Duration.ofNanos(System.nanoTime() - begun)),
                database.count("SELECT count(*) FROM note_post WHERE state <> 'posted'"),
                database.count("SELECT count(*) FROM note_post"));
    }

    private void round(int number) throws InterruptedException {
        boolean posting = lanes.stream().anyMatch(Lane::hasMore);
        if (posting) {
            trouble.order(1 + random.nextInt(4));
        }
        while (running.size() < PROCESSES) {
            Crash crash = crashes.isEmpty() ? Crash.NONE : crashes.poll();
            ChildBridge child = ChildBridge.start(environment, crash.point(), crash.visit(), log);
            running.add(new Running(child, crash));
        }
        tellToPost();
        running.forEach(one -> one.child.tell("work"));
        if (number % 40 == 25) {
            database.restart();
            restarts++;
        }
        boolean died = false;
        for (Running one : List.copyOf(running)) {
            one.child.tell("join");
            if (!one.child.until("idle", this::heard)) {
                buried(one);
                died = true;
            } else if (++one.age >= LONGEST_LIFE && !crashes.isEmpty()) {
                crashes.add(new Crash(one.crash.point(), 1));
                remove(one);
            }
        }
        if (died) {
            // what a killed process had on the wire comes to its end before time is moved
            Thread.sleep(200);
        }
        pass(Duration.ofSeconds(5 + random.nextInt(60)));
    }

    /**
     * The next note of some tickets; of one ticket never two at once, so that their order is known.
     */
    private void tellToPost() {
        List<Lane> open = new ArrayList<>(lanes.stream().filter(Lane::hasMore).toList());
        Collections.shuffle(open, random);
        for (Lane lane : open.subList(0, Math.min(open.size(), 25))) {
            ChildBridge child = running.get(random.nextInt(running.size())).child;
            child.tell(
                    String.join(
                            " ",
                            TENANT.value(),
                            connection.value(),
                            Long.toString(lane.ticket),
                            lane.reservedId(),
                            Boolean.toString(lane.tried),
                            lane.texts.get(lane.next)));
            lane.tried = true;
        }
    }

    private void heard(String line) {
        String[] parts = line.split(" ", -1);
        if (parts[0].equals("posted")) {
            lanes.stream()
                    .filter(lane -> lane.hasMore() && lane.reservedId().equals(parts[1]))
                    .findFirst()
                    .ifPresent(lane -> {
                        lane.next++;
                        lane.tried = false;
                    });
        }
    }

    private void buried(Running dead) throws InterruptedException {
        if (dead.child.halted()) {
            halts.merge(DeliveryPoint.valueOf(dead.crash.point()), 1, Integer::sum);
        }
        remove(dead);
    }

    private void remove(Running one) {
        one.child.close();
        running.remove(one);
    }

    private void pass(Duration time) {
        ahead = ahead.plus(time);
        psa.clock().advance(time);
        database.moveClock(ahead);
    }

    private long unfinished() {
        return database.count(
                "SELECT count(*) FROM note_post WHERE state IN ('pending', 'posting', 'uncertain')");
    }

    /** Each point at least once; in which order and how late is the seed's. */
    private void planCrashes() {
        List<Crash> plan = new ArrayList<>();
        for (DeliveryPoint point : DeliveryPoint.values()) {
            boolean rare = point == DeliveryPoint.LOOKED_UP || point == DeliveryPoint.CONCLUDED;
            plan.add(new Crash(point.name(), 1 + random.nextInt(rare ? 2 : 12)));
            plan.add(new Crash(point.name(), 1));
        }
        Collections.shuffle(plan, random);
        crashes.addAll(plan);
    }

    private ConnectionId connect() {
        try (ApplicationContext context =
                ApplicationContext.builder().singletons(BridgeSettings.from(environment)).start()) {
            return context.getBean(ConnectionService.class)
                    .create(
                            TENANT,
                            Actor.system(),
                            new NewConnection(
                                    "connectwise",
                                    "Their PSA",
                                    Site.of(psa.origin()),
                                    Credentials.of(psa.credentials()),
                                    ConnectionSettings.NONE))
                    .id();
        }
    }

    @Override
    public void close() {
        running.forEach(one -> one.child.close());
        psa.close();
        database.close();
    }
}
