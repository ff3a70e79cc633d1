package io.psabridge.benchmark;

import java.time.LocalDate;

/** The findings as a page of Markdown. */
record Document(
        Machine machine, LocalDate date, String arguments, Options options, Findings findings) {

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                # Performance

                Written by `benchmark/run%s` on %s. Do not edit: change `benchmark/` and run it again.%s

                Measured on %s, %d cores, %d GiB, %s, JDK %s; 1-minute load before the start: %s. Everything ran on this one machine:
                the caller, the bridge, its PostgreSQL (`fsync` on) and the PSA, the [sandbox](sandbox.md) in a process of its own.
                Plain HTTP over loopback on both sides: the time of TLS and of a network is in none of the numbers.

                """
                        .formatted(
                                arguments.isEmpty() ? "" : " " + arguments,
                                date,
                                options.quick() ? " A short run: more noise than usual." : "",
                                machine.processor(),
                                machine.cores(),
                                machine.memoryGib(),
                                machine.system(),
                                machine.jdk(),
                                machine.load()));
        text.append(Goals.table(findings));
        if (findings.calls() != null) {
            text.append(CallTables.of(findings.calls()));
        }
        if (findings.throughput() != null) {
            text.append(LoadTables.of(findings.throughput()));
        }
        if (findings.neighbours() != null) {
            text.append(NeighbourTables.of(findings.neighbours()));
        }
        if (findings.startup() != null) {
            text.append(StartTables.of(findings.startup()));
        }
        if (findings.cold() != null) {
            text.append(StartTables.of(findings.cold()));
        }
        return text.append(Remarks.text()).toString();
    }
}
