package io.psabridge.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.maintenance.TenantTasks;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.web.Actor;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is lost in the middle, and a backup takes its place. What was accepted before the
 * backup arrives once and in order; what was accepted after it arrives at most once.
 */
class RestoredBackupTest {

    private static final long FIRST_TICKET = 48_300;
    private static final int TICKETS = 20;
    private static final int LONG_ENOUGH = 300;

    private final Random random = new Random(Long.getLong("reliability.seed", 20_261_121L));
    private final Map<Long, List<String>> before = new TreeMap<>();
    private final Map<Long, List<String>> after = new TreeMap<>();

    @TempDir private Path folder;
    private Premises premises;
    private Trouble trouble;
    private int posted;

    @BeforeEach
    void open() throws IOException {
        premises = Premises.open(folder);
        trouble = new Trouble(premises.psa(), random);
    }

    @AfterEach
    void close() {
        premises.close();
    }

    @Test
    void whatABackupHoldsArrivesOnceAndInOrder() throws InterruptedException {
        Path backup = folder.resolve("backup");
        List<Map<String, Object>> there = premises.company().records("service/notes");
        live(6, before);
        premises.database().backUp(backup);
        assertThat(premises.unfinished()).as("notes in doubt when it was made").isPositive();
        live(6, after);

        premises.database().restore(backup);
        premises.pass(Duration.ofMinutes(1));
        try (ApplicationContext product = premises.process()) {
            assertThat(product.getBean(TenantTasks.class).afterRestore().get("notePosts"))
                    .isPositive();
            premises.psa().faults().clear();
            for (int round = 0; round < LONG_ENOUGH && premises.unfinished() > 0; round++) {
                product.getBean(Worker.class).runDue();
                premises.pass(Duration.ofSeconds(30));
            }
        }

        assertThat(premises.unfinished()).isZero();
        before.forEach((ticket, texts) -> {
            List<String> now = Report.notes(premises.company(), there, ticket);
            List<String> later = after.getOrDefault(ticket, List.of());
            assertThat(now).filteredOn(text -> !later.contains(text)).isEqualTo(texts);
        });
        after.forEach((ticket, texts) ->
                assertThat(Report.notes(premises.company(), there, ticket))
                        .filteredOn(texts::contains)
                        .doesNotHaveDuplicates());
    }

    /** The product at work for some rounds, with a PSA that fails now and then. */
    private void live(int rounds, Map<Long, List<String>> accepted) throws InterruptedException {
        try (ApplicationContext product = premises.process()) {
            for (int round = 0; round < rounds; round++) {
                trouble.order(4);
                List<Long> tickets = new ArrayList<>();
                for (int i = 0; i < TICKETS; i++) {
                    tickets.add(FIRST_TICKET + i);
                }
                Collections.shuffle(tickets, random);
                tickets.forEach(ticket -> post(product, ticket, accepted));
                if (round < rounds - 1) {
                    premises.pass(Duration.ofSeconds(5 + random.nextInt(60)));
                    product.getBean(Worker.class).runDue();
                }
            }
        }
    }

    private void post(ApplicationContext product, long ticket, Map<Long, List<String>> accepted) {
        String text = "Note " + posted++;
        product.getBean(NotePosts.class)
                .post(
                        Premises.TENANT,
                        Actor.system(),
                        new NoteTarget(premises.connection(), Id.of(Long.toString(ticket)), null),
                        NewNote.of(text, Audience.INTERNAL),
                        Attempt.only());
        accepted.computeIfAbsent(ticket, any -> new ArrayList<>()).add(text);
    }
}
