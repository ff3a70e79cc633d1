package io.psabridge.core.reliability;

import io.micronaut.context.ApplicationContext;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.note.DeliveryPoint;
import io.psabridge.core.note.DeliveryWatch;
import io.psabridge.core.note.NotePost;
import io.psabridge.core.note.NotePosts;
import io.psabridge.core.note.NoteTarget;
import io.psabridge.platform.config.BridgeSettings;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.platform.queue.Worker;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Actor;
import io.psabridge.spi.Audience;
import io.psabridge.spi.Id;
import io.psabridge.spi.NewNote;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process of the product that takes notes and delivers them on command, and halts when it reaches
 * a point for the n-th time. Arguments: the point or {@code none}, and n.
 */
final class CrashingProcess {

    static final int HALTED = 77;

    private CrashingProcess() {}

    public static void main(String[] arguments) throws Exception {
        ApplicationContext context =
                ApplicationContext.builder()
                        .singletons(BridgeSettings.from(System.getenv()), new Halt(arguments))
                        .start();
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            say("ready");
            List<Future<?>> running = new ArrayList<>();
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                switch (line) {
                    case "work" ->
                            running.add(
                                    threads.submit(() -> {
                                        context.getBean(Worker.class).runDue();
                                        return true;
                                    }));
                    case "join" -> {
                        for (Future<?> one : running) {
                            join(one);
                        }
                        running.clear();
                        say("idle");
                    }
                    default -> {
                        String post = line;
                        running.add(threads.submit(() -> post(context, post)));
                    }
                }
            }
        }
        System.exit(0);
    }

    /** {@code tenant connection ticket reservedId resumed text}. */
    private static void post(ApplicationContext context, String line) {
        String[] parts = line.split(" ", 6);
        NoteTarget target = new NoteTarget(new ConnectionId(parts[1]), Id.of(parts[2]), null);
        try {
            NotePost post =
                    context.getBean(NotePosts.class)
                            .post(
                                    new TenantId(parts[0]),
                                    Actor.system(),
                                    target,
                                    NewNote.of(parts[5], Audience.INTERNAL),
                                    new Attempt("key", parts[3], Boolean.parseBoolean(parts[4])));
            say("posted " + parts[3] + " " + post.state());
        } catch (RuntimeException e) {
            say("refused " + parts[3] + " " + e.getClass().getSimpleName());
        }
    }

    private static void join(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            say("failed " + e.getCause());
        }
    }

    private static synchronized void say(String line) {
        System.out.println("> " + line);
        System.out.flush();
    }

    /** Counts the points that are passed, and ends the process at one of them. */
    private static final class Halt implements DeliveryWatch {

        private final String point;
        private final AtomicInteger left;

        Halt(String[] arguments) {
            this.point = arguments[0];
            this.left = new AtomicInteger(Integer.parseInt(arguments[1]));
        }

        @Override
        public void reached(DeliveryPoint reached) {
            if (reached.name().equals(point) && left.decrementAndGet() == 0) {
                say("halting " + reached);
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
