package io.psabridge.tck.memory;

import io.psabridge.spi.Capability;
import io.psabridge.spi.CredentialField;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.ProviderId;
import io.psabridge.spi.Psa;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaProvider;
import io.psabridge.spi.Site;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A provider of PSAs that live in memory: two companies, each with a PSA of its own. */
public final class InMemoryProvider implements PsaProvider {

    private static final String FIRST_HOST = "first.memory.example";
    private static final String SECOND_HOST = "second.memory.example";
    private static final String FIRST_KEY = "key-of-the-first-9f3a71c2";
    private static final String SECOND_KEY = "key-of-the-second-5b8e20d4";

    private final InMemoryPsa first = new InMemoryPsa("first-msp", FIRST_KEY);
    private final InMemoryPsa second = new InMemoryPsa("second-msp", SECOND_KEY);
    private final Map<String, InMemoryPsa> psas = Map.of(FIRST_HOST, first, SECOND_HOST, second);
    private final Map<String, PsaAccess> shared = new ConcurrentHashMap<>();
    private final Set<Capability> capabilities;
    private final Faults faults;

    private InMemoryProvider(Set<Capability> capabilities, Faults faults) {
        this.capabilities = Set.copyOf(capabilities);
        this.faults = faults;
    }

    /** With all that a PSA in memory can do, and the seeded world. */
    public static InMemoryProvider seeded() {
        return new InMemoryProvider(EnumSet.allOf(Capability.class), Faults.NONE);
    }

    /** One that declares these capabilities and no other. */
    public static InMemoryProvider declaring(Set<Capability> capabilities) {
        return new InMemoryProvider(capabilities, Faults.NONE);
    }

    /** One that does one thing wrong. */
    static InMemoryProvider with(KitFault fault) {
        Set<Capability> declared = EnumSet.allOf(Capability.class);
        if (fault == KitFault.UNSUPPORTED_IS_EMPTY) {
            declared.remove(Capability.SOURCES);
        }
        return new InMemoryProvider(declared, new Faults(Set.of(fault)));
    }

    /** The PSA of {@link #tenant}. */
    public InMemoryPsa psa() {
        return first;
    }

    /** The PSA of {@link #otherTenant}. */
    public InMemoryPsa otherPsa() {
        return second;
    }

    public Tenant tenant() {
        return new Tenant("first", Site.of(FIRST_HOST), credentials(FIRST_KEY));
    }

    public Tenant otherTenant() {
        return new Tenant("second", Site.of(SECOND_HOST), credentials(SECOND_KEY));
    }

    /** What a person would enter who has this key. */
    public static Credentials credentials(String key) {
        return Credentials.of(Map.of("user", "bridge", "key", key));
    }

    @Override
    public ProviderId id() {
        return new ProviderId("memory");
    }

    @Override
    public String name() {
        return "PSA in memory";
    }

    @Override
    public List<CredentialField> credentialFields() {
        return List.of(
                new CredentialField("user", "User", false, true, "Any name.", null),
                new CredentialField("key", "Key", true, true, "Given by the test.", null));
    }

    @Override
    public List<CredentialField> siteFields() {
        return List.of(
                new CredentialField("host", "Host", false, true, "Given by the test.", null));
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Limits limits() {
        return new Limits(20_000, 100);
    }

    @Override
    public URI docsUrl() {
        return URI.create("https://memory.example/docs");
    }

    @Override
    public SettleTimes settleTimes() {
        return new SettleTimes(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Override
    public Psa open(PsaAccess access) {
        PsaAccess used = access;
        if (faults.has(KitFault.STATE_SHARED_BETWEEN_TENANTS)) {
            used = shared.computeIfAbsent("first", name -> access);
        }
        return new MemoryPsa(
                new MemoryApi(psas.get(used.site().host()), used, faults), capabilities, faults);
    }
}
