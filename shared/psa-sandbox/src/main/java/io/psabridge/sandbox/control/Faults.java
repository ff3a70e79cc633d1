package io.psabridge.sandbox.control;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait. Of several that concern a call, the one ordered first is taken. */
public final class Faults {

    private static final int MOST = 1_000;

    private final List<Waiting> waiting = new ArrayList<>();
    private volatile boolean none = true;

    private static final class Waiting {
        private final Fault fault;
        private int skip;
        private int times;

        private Waiting(Fault fault) {
            this.fault = fault;
            this.skip = fault.skip();
            this.times = fault.times();
        }
    }

    public synchronized void add(Fault fault) {
        if (waiting.size() >= MOST) {
            throw new IllegalArgumentException("There are " + MOST + " faults already: clear them");
        }
        waiting.add(new Waiting(fault));
        none = false;
    }

    public synchronized void clear() {
        waiting.clear();
        none = true;
    }

    /** Those that have not hit all their calls yet, with what is left of them. */
    public synchronized List<Fault> waiting() {
        return waiting.stream()
                .map(each -> each.fault.afterSkipping(each.skip).times(each.times))
                .toList();
    }

    /** The fault for this call, or null; counts it. */
    public @Nullable Fault take(String company, String method, String path, long connection) {
        return none ? null : takeFirst(company, method, path, connection);
    }

    private synchronized @Nullable Fault takeFirst(
            String company, String method, String path, long connection) {
        Iterator<Waiting> each = waiting.iterator();
        while (each.hasNext()) {
            Waiting candidate = each.next();
            if (!candidate.fault.concerns(company, method, path, connection)) {
                continue;
            }
            if (candidate.skip > 0) {
                candidate.skip--;
                continue;
            }
            if (candidate.times != Integer.MAX_VALUE && --candidate.times == 0) {
                each.remove();
                none = waiting.isEmpty();
            }
            return candidate.fault;
        }
        return null;
    }
}
