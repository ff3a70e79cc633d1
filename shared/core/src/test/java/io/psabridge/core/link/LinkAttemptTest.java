package io.psabridge.core.link;

import static io.psabridge.core.testing.Core.NORTH;
import static io.psabridge.core.testing.Core.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.testing.Core;
import io.psabridge.platform.idempotency.Attempt;
import io.psabridge.spi.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkAttemptTest {

    private static Core core;
    private static ConnectionId connection;

    @BeforeAll
    static void start() {
        core = Core.start();
        connection = core.connect(NORTH);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    @BeforeEach
    void asSeeded() {
        core.psa().reset();
    }

    @Test
    void whoeverResumesIsToldThatTheLinkWasMadeAndAsksNoPsa() {
        Attempt first = attempt();
        LinkService.Created made = create(first, "made");
        core.psa().forget();
        long events = core.count("SELECT count(*) FROM audit_event");

        LinkService.Created again = create(resumed(first), "made");

        assertThat(made.fresh()).isTrue();
        assertThat(again).isEqualTo(made);
        assertThat(core.psa().received()).isEmpty();
        assertThat(core.count("SELECT count(*) FROM audit_event")).isEqualTo(events);
    }

    @Test
    void whoeverResumesIsToldThatTheLinkWasThereBefore() {
        LinkService.Created before = create(attempt(), "before");
        Attempt first = attempt();

        assertThat(create(first, "before").fresh()).isFalse();
        assertThat(create(resumed(first), "before"))
                .isEqualTo(new LinkService.Created(before.link(), false));
    }

    @Test
    void whoeverResumesMakesTheLinkWhenNothingIsThere() {
        LinkService.Created made = create(resumed(attempt()), "nothing");

        assertThat(made.fresh()).isTrue();
    }

    /** The first may only have been slow, and its lease over. */
    @Test
    void twoWhoMakeItUnderOneKeyMakeOne() {
        Attempt attempt = attempt();

        assertThat(create(attempt, "twice")).isEqualTo(create(attempt, "twice"));
        assertThat(
                        core.get(LinkService.class)
                                .list(
                                        NORTH,
                                        new LinkFilter("alert", "twice", null, null),
                                        PageRequest.first(50))
                                .items())
                .hasSize(1);
    }

    private static LinkService.Created create(Attempt attempt, String record) {
        return core.get(LinkService.class)
                .create(
                        NORTH,
                        ROBIN,
                        connection,
                        core.psa().world().ticket(),
                        new LinkedRecord("alert", record, null, null),
                        attempt);
    }

    private static Attempt attempt() {
        return new Attempt("k", Attempt.only().reservedId(), false);
    }

    private static Attempt resumed(Attempt first) {
        return new Attempt(first.key(), first.reservedId(), true);
    }
}
