package io.psabridge.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/** The bridge, a PSA and customers, each where it would be: in processes of their own. */
record Bench(Place place, Sandbox sandbox, Bridge bridge, List<Customer> customers)
        implements AutoCloseable {

    private static final int CUSTOMERS = 16;

    static Bench start() {
        Place place = Place.create();
        Sandbox sandbox = Sandbox.start(place);
        Bridge bridge = Bridge.of(sandbox, place);
        try (Wire wire = Wire.to(bridge.url())) {
            List<Customer> customers =
                    IntStream.range(0, CUSTOMERS)
                            .mapToObj(i -> Customer.connect(wire, sandbox, "customer-" + i))
                            .toList();
            return new Bench(place, sandbox, bridge, customers);
        }
    }

    /** For the person who asks why it went wrong. */
    String state() {
        return "The sandbox " + sandbox.state() + "\nThe bridge " + bridge.state();
    }

    @Override
    public void close() {
        bridge.close();
        sandbox.close();
        place.close();
    }
}
