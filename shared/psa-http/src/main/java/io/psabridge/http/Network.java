package io.psabridge.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** The addresses that begin with the same bits. */
@SuppressWarnings("ArrayRecordComponent") // never leaves its owner, never compared
record Network(byte[] start, int bits) {

    static Network of(String cidr) {
        int slash = cidr.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                Integer.parseInt(cidr, slash + 1, cidr.length(), 10));
    }

    static List<Network> list(String... cidrs) {
        return Arrays.stream(cidrs).map(Network::of).toList();
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
