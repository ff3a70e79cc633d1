package io.psabridge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * From the start of the process to the line that says it is ready, and what the first ticket read
 * after it takes; milliseconds.
 */
record Startup(Samples first, Samples again, Samples firstRead, Samples residentMib) {

    static Startup measure(int runs) {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> firstRead = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            try (Place place = Place.create()) {
                Supplier<Bridge> start =
                        () -> Bridge.withDemo(place.resolve("home"), place.resolve("bridge.log"));
                Customer demo;
                try (Bridge bridge = start.get();
                        Wire wire = Wire.to(bridge.url())) {
                    first.add(bridge.readyMillis());
                    demo = Customer.demo(wire);
                }
                try (Bridge bridge = start.get();
                        Wire wire = Wire.to(bridge.url())) {
                    again.add(bridge.readyMillis());
                    double before = bridge.sinceStartMillis();
                    wire.send(demo.read(0)).expect(200);
                    firstRead.add(bridge.sinceStartMillis() - before);
                    resident.add(Usage.residentMib(bridge.pid()));
                }
            }
        }
        return new Startup(
                Samples.of(first), Samples.of(again), Samples.of(firstRead), Samples.of(resident));
    }
}
