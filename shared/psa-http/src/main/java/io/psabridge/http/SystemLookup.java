package io.psabridge.http;

import io.psabridge.spi.Deadline;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The platform's name look-up, which cannot be interrupted, on a thread that can be left behind.
 */
final class SystemLookup implements GuardedResolver.Lookup {

    /** There was no answer in time. */
    static final class LookupTimeoutException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        LookupTimeoutException(String host) {
            super(host);
        }
    }

    /** A look-up that takes as long as it takes. */
    @FunctionalInterface
    interface NameService {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final Duration longest;
    private final NameService names;

    SystemLookup(Duration longest) {
        this(longest, InetAddress::getAllByName);
    }

    SystemLookup(Duration longest, NameService names) {
        this.longest = longest;
        this.names = names;
    }

    @Override
    public InetAddress[] all(String host, Deadline deadline) throws UnknownHostException {
        if (HostNames.isAddress(host)) {
            return InetAddress.getAllByName(host); // an address: nothing to ask
        }
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> names.all(host));
        Thread.ofPlatform().daemon().name("psa-http-lookup").start(task);
        try {
            long nanos = Math.min(longest.toNanos(), deadline.remaining().toNanos());
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LookupTimeoutException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupTimeoutException(host);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        }
    }
}
