package io.psabridge.http;

import io.psabridge.spi.Deadline;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A look-up that answers what a test says, and reads addresses as generously as Java does. */
final class ScriptedLookup implements GuardedResolver.Lookup {

    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Each answer is a list of addresses with commas; the last one stays. */
    void answers(String name, String... inTurn) {
        answers.put(name, List.of(inTurn));
    }

    int asked(String name) {
        return asked.getOrDefault(name, 0);
    }

    @Override
    public InetAddress[] all(String host, Deadline deadline) throws UnknownHostException {
        String name = host.toLowerCase(java.util.Locale.ROOT);
        List<String> inTurn = answers.get(name);
        if (inTurn == null) {
            return literal(host);
        }
        int turn = asked.merge(name, 1, Integer::sum);
        return Arrays.stream(inTurn.get(Math.min(turn, inTurn.size()) - 1).split(","))
                .map(InetAddress::ofLiteral)
                .toArray(InetAddress[]::new);
    }

    private static InetAddress[] literal(String host) throws UnknownHostException {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))};
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException(host);
        }
    }
}
