package io.psabridge.http;

import io.psabridge.spi.Deadline;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once, when a connection to it is made, and lets only allowed addresses through:
 * what it returns is what is connected to.
 */
final class GuardedResolver implements DnsResolver {

    /** By when a look-up on this thread must have ended. */
    static final ScopedValue<Deadline> DEADLINE = ScopedValue.newInstance();

    /** Finds the addresses of a name; gives up at the deadline. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String host, Deadline deadline) throws UnknownHostException;
    }

    /** At least one address of the host is not one that we connect to. */
    static final class NotAllowedException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotAllowedException(String message) {
            super(message);
        }
    }

    private final AddressRules rules;
    private final Lookup lookup;

    GuardedResolver(AddressRules rules, Lookup lookup) {
        this.rules = rules;
        this.lookup = lookup;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String name = bracketed(HostNames.ascii(host));
        List<InetSocketAddress> found = new ArrayList<>();
        for (InetAddress address : lookup.all(name, DEADLINE.get())) {
            if (!rules.allows(name, port, address)) {
                throw new NotAllowedException(
                        name + " leads to an address that is not on the public internet");
            }
            found.add(
                    new InetSocketAddress(
                            InetAddress.getByAddress(name, address.getAddress()), port));
        }
        if (found.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return found;
    }

    /** Not used by the client, which always asks for host and port. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new NotAllowedException("A host is only looked up together with its port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
