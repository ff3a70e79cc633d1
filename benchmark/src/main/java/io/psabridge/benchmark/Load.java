package io.psabridge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Callers that each send one request after the other, on a connection of their own. */
final class Load {

    private Load() {}

    /**
     * What came of it.
     *
     * @param perSecond answers a second, of all callers
     * @param millis how long each answer took
     */
    record Result(double perSecond, Samples millis, int count) {}

    /** One who sends requests: the number of the request in, the request out. */
    interface Caller extends IntFunction<Request> {}

    static Result forSeconds(String origin, List<Caller> callers, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(origin, callers, () -> System.nanoTime() < end);
    }

    static Result times(String origin, List<Caller> callers, int count) {
        AtomicInteger left = new AtomicInteger(count);
        return run(origin, callers, () -> left.getAndDecrement() > 0);
    }

    private static Result run(String origin, List<Caller> callers, More more) {
        long start = System.nanoTime();
        List<Callable<List<Double>>> tasks = new ArrayList<>();
        callers.forEach(caller -> tasks.add(() -> send(origin, caller, more)));
        List<Double> millis = together(tasks);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(millis.size() / seconds, Samples.of(millis), millis.size());
    }

    /** Does all at once, each on a thread of its own; what they measured. */
    static List<Double> together(List<Callable<List<Double>>> tasks) {
        List<Double> millis = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<List<Double>> task : threads.invokeAll(tasks)) {
                millis.addAll(task.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return millis;
    }

    private static List<Double> send(String origin, Caller caller, More more) {
        List<Double> millis = new ArrayList<>();
        try (Wire wire = Wire.to(origin)) {
            for (int i = 0; more.isWanted(); i++) {
                byte[] request = caller.apply(i).bytes();
                long start = System.nanoTime();
                Reply reply = wire.send(request);
                millis.add((System.nanoTime() - start) / 1e6);
                reply.expectSuccess();
            }
        }
        return millis;
    }

    private interface More {
        boolean isWanted();
    }
}
