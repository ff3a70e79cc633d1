package io.psabridge.http;

import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public internet from all that lead somewhere else. */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC_IPV4 =
            Network.list(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT; a cloud's metadata service
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // a cloud's metadata service
                    "169.254.0.0/16", // link-local; metadata services
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments; a cloud's metadata service
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved; broadcast

    /**
     * All that is global unicast, before exceptions: leaves out mapped, NAT64, ULA and the like.
     */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_IPV6 =
            Network.list(
                    "2001::/23", // protocol assignments; Teredo, ORCHID, benchmarks
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20"); // documentation

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? NOT_PUBLIC_IPV4.stream().noneMatch(network -> network.contains(bytes))
                : GLOBAL_IPV6.contains(bytes)
                        && NOT_PUBLIC_IPV6.stream().noneMatch(network -> network.contains(bytes));
    }
}
