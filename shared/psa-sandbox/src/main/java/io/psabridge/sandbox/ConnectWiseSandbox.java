package io.psabridge.sandbox;

import io.psabridge.sandbox.api.Api;
import io.psabridge.sandbox.api.Authentication;
import io.psabridge.sandbox.control.Fault;
import io.psabridge.sandbox.control.Faults;
import io.psabridge.sandbox.control.ReceivedRequest;
import io.psabridge.sandbox.control.SandboxClock;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.seed.SiteFactory;
import io.psabridge.sandbox.seed.World;
import io.psabridge.sandbox.web.CallbackPost;
import io.psabridge.sandbox.web.CompanyControl;
import io.psabridge.sandbox.web.Connection;
import io.psabridge.sandbox.web.ControlApi;
import io.psabridge.sandbox.web.Performance;
import io.psabridge.sandbox.web.Postman;
import io.psabridge.sandbox.web.SandboxServer;
import io.psabridge.sandbox.web.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A ConnectWise PSA of its own in this process. Safe for many threads. */
public final class ConnectWiseSandbox implements AutoCloseable {

    private final SandboxServer server;
    private final Stage stage;
    private final Postman postman;
    private final ScheduledExecutorService timer;
    private final String origin;
    private final String demoId;
    private final AtomicLong companiesMade = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    private ConnectWiseSandbox(
            SandboxServer server,
            Stage stage,
            Postman postman,
            ScheduledExecutorService timer,
            String origin,
            String demoId) {
        this.server = server;
        this.stage = stage;
        this.postman = postman;
        this.timer = timer;
        this.origin = origin;
        this.demoId = demoId;
    }

    /** On loopback, on any free port. */
    public static ConnectWiseSandbox start() throws IOException {
        return start(SandboxSettings.usual());
    }

    /** Fails when the address cannot be listened on. */
    public static ConnectWiseSandbox start(SandboxSettings settings) throws IOException {
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().daemon().name("sandbox-timer").unstarted(work));
        SandboxClock clock = new SandboxClock(settings.clock(), timer);
        AtomicReference<String> origin = new AtomicReference<>("");
        SiteFactory factory = new SiteFactory(clock, origin::get);
        Stage stage = new Stage(clock, factory, settings.companyId(), settings.companyName());
        Postman postman = new Postman();
        CallbackPost callbacks = new CallbackPost(postman);
        Authentication authentication = new Authentication(stage.sites());
        Performance performance =
                new Performance(
                        new Api(stage.sites(), authentication, callbacks), authentication, stage);
        ControlApi control =
                new ControlApi(stage, origin::get, new CompanyControl(stage, callbacks));
        SandboxServer server;
        try {
            server =
                    SandboxServer.start(
                            settings.address(),
                            settings.port(),
                            number -> new Connection(number, control, performance));
        } catch (IOException e) {
            timer.shutdownNow();
            throw e;
        }
        origin.set("http://" + host(settings.address()) + ":" + server.port());
        stage.reset();
        return new ConnectWiseSandbox(
                server, stage, postman, timer, origin.get(), settings.companyId());
    }

    public int port() {
        return server.port();
    }

    /** Such as {@code http://127.0.0.1:9001}: what a connection's site host is set to. */
    public String origin() {
        return origin;
    }

    /** What a person would enter to connect to the demo company. */
    public Map<String, String> credentials() {
        return demo().credentials();
    }

    /** The company that is there from the start. */
    public SandboxCompany demo() {
        return company(demoId);
    }

    /** Fails when there is no such company. */
    public SandboxCompany company(String id) {
        if (stage.sites().find(id) == null) {
            throw new IllegalArgumentException("The sandbox has no company " + id);
        }
        return new SandboxCompany(stage, id);
    }

    /** Makes a company that shares nothing with the others. */
    public SandboxCompany newCompany(String id, String name, World world) {
        Site site = stage.open(id, name, world);
        return new SandboxCompany(stage, site.id());
    }

    /** Makes a company under an id nobody has. */
    public SandboxCompany newCompany(World world) {
        String id = "company" + companiesMade.incrementAndGet();
        return newCompany(id, "Company " + id, world);
    }

    /** Lets something go wrong; of several faults for a call the one ordered first is played. */
    public void order(Fault fault) {
        stage.faults().add(fault);
    }

    public Faults faults() {
        return stage.faults();
    }

    /** The latest thousand requests to the PSA, oldest first, without keys. */
    public List<ReceivedRequest> received() {
        return stage.requests().list();
    }

    public void forgetReceived() {
        stage.requests().clear();
    }

    public SandboxClock clock() {
        return stage.clock();
    }

    /** Everything as at the start: only the demo company, no faults, no log, no moved clock. */
    public void reset() {
        stage.reset();
    }

    /** Waits until the sandbox is closed. */
    public void join() {
        server.join();
    }

    /** Stops listening; a second time it does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
            postman.close();
            timer.shutdownNow();
        }
    }

    private static String host(String address) {
        return address.equals("0.0.0.0")
                ? "127.0.0.1"
                : address.contains(":") ? "[" + address + "]" : address;
    }
}
