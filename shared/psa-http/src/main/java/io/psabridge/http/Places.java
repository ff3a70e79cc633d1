package io.psabridge.http;

import io.psabridge.http.OutboundException.Reason;
import io.psabridge.spi.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The places that the calls of a connection share. Holds nothing of connections without calls. */
final class Places {

    static final Duration COME_BACK = Duration.ofSeconds(1);

    private static final class Room {
        final Semaphore free;
        int users;

        Room(int places) {
            free = new Semaphore(places, true);
        }
    }

    /** A place that was taken. */
    final class Place {

        private final String connection;
        private final Room room;
        private final long taken = System.nanoTime();
        private boolean kept;

        private Place(String connection, Room room) {
            this.connection = connection;
            this.room = room;
        }

        /**
         * For a call that was given up: the PSA may work on it as long as we could have waited, so
         * the place stays taken that long.
         */
        void keepUntilItCouldHaveEnded() {
            kept = true;
        }

        void leave() {
            long rest = longestCall - (System.nanoTime() - taken);
            if (kept && rest > 0) {
                watchdog.watch(rest, this::free);
            } else {
                free();
            }
        }

        private void free() {
            room.free.release();
            checkOut(connection);
        }
    }

    private final int callsAtOnce;
    private final Duration wait;
    private final long longestCall;
    private final Watchdog watchdog;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    Places(OutboundSettings settings, Watchdog watchdog) {
        this.callsAtOnce = settings.callsAtOnce();
        this.wait = settings.placeWait();
        this.longestCall = settings.connectTimeout().plus(settings.readTimeout()).toNanos();
        this.watchdog = watchdog;
    }

    /** Waits a little for a place; fails with BUSY when none becomes free. */
    Place take(String connection, Deadline deadline) throws OutboundException {
        Room room = checkIn(connection);
        boolean taken = false;
        try {
            long nanos = Math.min(wait.toNanos(), deadline.remaining().toNanos());
            taken = room.free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                checkOut(connection);
            }
        }
        if (!taken) {
            throw new OutboundException(
                    Reason.BUSY, false, "Too many calls at once to this PSA", null, COME_BACK);
        }
        return new Place(connection, room);
    }

    int rooms() {
        return rooms.size();
    }

    private Room checkIn(String connection) {
        return rooms.compute(
                connection,
                (key, room) -> {
                    Room found = room == null ? new Room(callsAtOnce) : room;
                    found.users++;
                    return found;
                });
    }

    private void checkOut(String connection) {
        rooms.computeIfPresent(connection, (key, room) -> --room.users == 0 ? null : room);
    }
}
