package io.psabridge.core.reliability;

import io.psabridge.core.note.DeliveryPoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Notes for many tickets, given to two processes of the product that are killed again and again,
 * while the PSA fails in every way and the database is restarted. Time is moved, not waited for.
 */
final class Campaign implements AutoCloseable {

    private static final int PROCESSES = 2;
    private static final int ROUNDS_WITHOUT_END = 4_000;

    private final Random random;
    private final Premises premises;
    private final Trouble trouble;
    private final Fates fates;
    private final File log;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Crash> crashes = new ArrayDeque<>();
    private final List<Running> running = new ArrayList<>();
    private final Map<Long, Map<String, Duration>> doubts = new HashMap<>();
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
            return reservedId(next);
        }

        String reservedId(int number) {
            return "note" + ticket + "x" + number;
        }
    }

    private Campaign(Random random, Path folder, int notes, int tickets) throws IOException {
        this.random = random;
        this.log = folder.resolve("processes.log").toFile();
        this.premises = Premises.open(folder);
        this.trouble = new Trouble(premises.psa(), random);
        this.fates = new Fates(premises.database());
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
        List<Map<String, Object>> before = premises.company().records("service/notes");
        int round = 0;
        while ((lanes.stream().anyMatch(Lane::hasMore) || premises.unfinished() > 0)
                && round < ROUNDS_WITHOUT_END) {
            round(round++);
        }
        return Report.of(
                premises.company(),
                before,
                lanes.stream()
                        .collect(
                                HashMap::new,
                                (map, lane) -> map.put(lane.ticket, lane.texts),
                                Map::putAll),
                doubts,
                new Report.Course(
                        round,
                        restarts,
                        fates.of(),
                        trouble.ordered(),
                        premises.passed(),
                        Duration.ofNanos(System.nanoTime() - begun)),
                premises.database().count("SELECT count(*) FROM note_post WHERE state <> 'posted'"),
                premises.database().count("SELECT count(*) FROM note_post"));
    }

    private void round(int number) throws InterruptedException {
        boolean posting = lanes.stream().anyMatch(Lane::hasMore);
        if (posting) {
            trouble.order(1 + random.nextInt(4));
        }
        while (running.size() < PROCESSES) {
            Crash crash = crashes.isEmpty() ? Crash.NONE : crashes.poll();
            ChildBridge child =
                    ChildBridge.start(premises.environment(), crash.point(), crash.visit(), log);
            running.add(new Running(child, crash));
        }
        tellToPost();
        running.forEach(one -> one.child.tell("work"));
        if (number % 40 == 25) {
            premises.database().restart();
            restarts++;
        }
        List<Running> dead = joined();
        if (!dead.isEmpty()) {
            // what a killed process had on the wire comes to its end before time is moved
            Thread.sleep(200);
        }
        for (Running one : dead) {
            bury(one);
        }
        premises.pass(Duration.ofSeconds(5 + random.nextInt(60)));
        noteDoubts();
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
                            Premises.TENANT.value(),
                            premises.connection().value(),
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

    /** Waits until all are idle or gone; those that are gone. */
    private List<Running> joined() {
        List<Running> dead = new ArrayList<>();
        for (Running one : List.copyOf(running)) {
            one.child.tell("join");
            if (!one.child.until("idle", this::heard)) {
                dead.add(one);
            } else if (++one.age >= LONGEST_LIFE && !crashes.isEmpty()) {
                crashes.add(new Crash(one.crash.point(), 1));
                remove(one);
            }
        }
        return dead;
    }

    private void bury(Running dead) throws InterruptedException {
        if (dead.child.halted()) {
            fates.died(DeliveryPoint.valueOf(dead.crash.point()));
        }
        remove(dead);
    }

    private void remove(Running one) {
        one.child.close();
        running.remove(one);
    }

    /** How long each note was in doubt at most, by ticket and text. */
    private void noteDoubts() {
        Map<String, Long> seconds =
                premises.database()
                        .pairs(
                                "SELECT id, ceil(extract(epoch FROM psa_bridge_now() - uncertain_since))::bigint"
                                        + " FROM note_post WHERE state = 'uncertain'");
        for (Lane lane : lanes) {
            for (int i = 0; i < lane.next; i++) {
                Long doubt = seconds.get("np_" + lane.reservedId(i));
                if (doubt != null) {
                    doubts.computeIfAbsent(lane.ticket, any -> new HashMap<>())
                            .merge(
                                    lane.texts.get(i),
                                    Duration.ofSeconds(doubt),
                                    (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        }
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

    @Override
    public void close() {
        running.forEach(one -> one.child.close());
        premises.close();
    }
}
