package io.psabridge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Notes of twenty tenants, five a second each, alone and while a twenty-first tenant's PSA takes
 * notes and answers nothing.
 *
 * @param alone milliseconds until a note is answered, each in the PSA by then
 * @param beside the same while the other hangs
 * @param hanging how many notes of the other were handed to the queue meanwhile
 */
record Neighbours(Samples alone, Samples beside, int hanging) {

    static final int TENANTS = 20;
    private static final int CALLERS_OF_THE_SILENT = 8;
    private static final double EVERY_MILLIS = 200;
    private static final String SILENT = "silent";

    static Neighbours measure(Bench bench, int rounds, int seconds) {
        List<Customer> neighbours;
        Customer silent;
        try (Wire wire = Wire.to(bench.bridge().url())) {
            neighbours =
                    IntStream.range(0, TENANTS)
                            .mapToObj(
                                    i -> Customer.connect(wire, bench.sandbox(), "neighbour-" + i))
                            .toList();
            silent = Customer.connect(wire, bench.sandbox().newCompany(SILENT), SILENT);
        }
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        int hanging = 0;
        for (int round = 0; round < rounds; round++) {
            alone.addAll(notes(bench, neighbours, seconds));
            bench.sandbox().silence(SILENT);
            try (Hanging others = Hanging.begin(bench, silent)) {
                beside.addAll(notes(bench, neighbours, seconds));
                hanging += others.count();
            }
            bench.sandbox().endFaults();
        }
        return new Neighbours(Samples.of(alone), Samples.of(beside), hanging);
    }

    private static List<Double> notes(Bench bench, List<Customer> tenants, int seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Callable<List<Double>>> tasks = new ArrayList<>();
        tenants.forEach(tenant -> tasks.add(() -> paced(bench, tenant, end)));
        return Load.together(tasks);
    }

    private static List<Double> paced(Bench bench, Customer tenant, long end) {
        List<Double> millis = new ArrayList<>();
        try (Wire wire = Wire.to(bench.bridge().url())) {
            for (int i = 0; System.nanoTime() < end; i++) {
                byte[] request = tenant.note(i).bytes();
                long start = System.nanoTime();
                wire.send(request).expect(201);
                double took = (System.nanoTime() - start) / 1e6;
                millis.add(took);
                LockSupport.parkNanos((long) ((EVERY_MILLIS - took) * 1e6));
            }
        }
        return millis;
    }

    /** Callers who post notes to the PSA that answers nothing. */
    private record Hanging(ExecutorService threads, List<Future<Integer>> callers)
            implements AutoCloseable {

        static Hanging begin(Bench bench, Customer silent) {
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS_OF_THE_SILENT);
            List<Future<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS_OF_THE_SILENT; i++) {
                int number = i;
                callers.add(threads.submit(() -> post(bench, silent, number)));
            }
            return new Hanging(threads, callers);
        }

        private static int post(Bench bench, Customer silent, int first) {
            int posted = 0;
            try (Wire wire = Wire.to(bench.bridge().url())) {
                for (int i = first;
                        !Thread.currentThread().isInterrupted();
                        i += CALLERS_OF_THE_SILENT) {
                    wire.send(silent.note(i)).expect(202);
                    posted++;
                    LockSupport.parkNanos(10_000_000);
                }
            }
            return posted;
        }

        int count() {
            threads.shutdownNow();
            int posted = 0;
            for (Future<Integer> caller : callers) {
                try {
                    posted += caller.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
            return posted;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
