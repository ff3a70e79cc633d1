package io.psabridge.http;

import static io.psabridge.http.Outbounds.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.http.OutboundException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that must not be called. Every connection, to whatever address, would end in a socket
 * that listens here: nothing may reach it.
 */
class HostileAddressTest {

    private static final String PUBLIC = "93.184.215.14";

    private final Trap trap = new Trap();
    private final ScriptedLookup names = new ScriptedLookup();
    private GuardedCalls outbound = open(List.of());

    @BeforeEach
    void names() {
        names.answers("localhost", "127.0.0.1");
        names.answers("psa.localhost", "127.0.0.1");
        names.answers("loopback.example.com", "127.0.0.1");
        names.answers("loopback6.example.com", "::1");
        names.answers("private.example.com", "10.1.2.3");
        names.answers("docker.example.com", "172.17.0.1");
        names.answers("home.example.com", "192.168.1.1");
        names.answers("metadata.google.internal", "169.254.169.254");
        names.answers("instance-data.ec2.internal", "169.254.169.254");
        names.answers("metadata6.example.com", "fd00:ec2::254");
        names.answers("any.example.com", "0.0.0.0");
        names.answers("mapped.example.com", "::ffff:127.0.0.1");
        names.answers("nat64.example.com", "64:ff9b::7f00:1");
        names.answers("ula.example.com", "fc00::1");
        names.answers("first-public.example.com", PUBLIC + ",127.0.0.1");
        names.answers("first-private.example.com", "10.0.0.1," + PUBLIC);
        names.answers("public4-private6.example.com", PUBLIC + ",fe80::1");
        names.answers("127.0.0.1.nip.example.com", "127.0.0.1");
    }

    @AfterEach
    void close() throws IOException {
        outbound.close();
        trap.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // IPv4 that is not public, in its plain notation
                "https://0.0.0.0",
                "https://0.1.2.3",
                "https://10.0.0.1",
                "https://10.255.255.255",
                "https://100.64.0.1",
                "https://100.127.255.254",
                "https://127.0.0.1",
                "https://127.255.255.254",
                "https://169.254.0.1",
                "https://172.16.0.1",
                "https://172.31.255.254",
                "https://192.0.0.1",
                "https://192.0.0.10",
                "https://192.0.2.1",
                "https://192.31.196.1",
                "https://192.52.193.1",
                "https://192.88.99.1",
                "https://192.168.0.1",
                "https://192.175.48.1",
                "https://198.18.0.1",
                "https://198.19.255.254",
                "https://198.51.100.1",
                "https://203.0.113.1",
                "https://224.0.0.1",
                "https://239.255.255.250",
                "https://240.0.0.1",
                "https://255.255.255.255",
                // metadata services
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.170.2/v2/credentials",
                "https://100.100.100.200",
                "https://168.63.129.16",
                "https://192.0.0.192",
                "https://metadata.google.internal",
                "https://instance-data.ec2.internal",
                "https://metadata6.example.com",
                "https://[fd00:ec2::254]",
                // IPv4 in other notations
                "https://127.1",
                "https://127.0.1",
                "https://2130706433",
                "https://017700000001",
                "https://0x7f000001",
                "https://0x7f.0.0.1",
                "https://0x7F.1",
                "https://0177.0.0.1",
                "https://0177.0.0.01",
                "https://127.0.0.01",
                "https://00127.0.0.1",
                "https://127.0.0.0x1",
                "https://127.0.0.1.",
                "https://127.0.0.1..",
                "https://127.00.0.1",
                "https://256.256.256.256",
                "https://383.0.0.1",
                "https://4294967297",
                "https://1.2.3",
                "https://1.2.3.4.5",
                "https://8.8.8.8.0x0",
                "https://127.0.0.1%00.example.com",
                "https://%31%32%37.0.0.1",
                // IPv6 that is not public
                "https://[::]",
                "https://[::1]",
                "https://[0:0:0:0:0:0:0:1]",
                "https://[0000:0000:0000:0000:0000:0000:0000:0001]",
                "https://[::127.0.0.1]",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:7f00:1]",
                "https://[::ffff:10.0.0.1]",
                "https://[::ffff:169.254.169.254]",
                "https://[0:0:0:0:0:ffff:7f00:0001]",
                "https://[::ffff:0:127.0.0.1]",
                "https://[64:ff9b::127.0.0.1]",
                "https://[64:ff9b::a00:1]",
                "https://[64:ff9b::5db8:d70e]",
                "https://[64:ff9b:1::a00:1]",
                "https://[100::1]",
                "https://[2001::1]",
                "https://[2001:0:53aa:64c:0:0:80ff:fffe]",
                "https://[2001:2::1]",
                "https://[2001:10::1]",
                "https://[2001:20::1]",
                "https://[2001:db8::1]",
                "https://[2002:7f00:1::1]",
                "https://[2002:a00:1::]",
                "https://[2620:4f:8000::1]",
                "https://[3fff::1]",
                "https://[5f00::1]",
                "https://[fc00::1]",
                "https://[fd12:3456:789a::1]",
                "https://[fe80::1]",
                "https://[fe80::1%25eth0]",
                "https://[fe80::1%eth0]",
                "https://[::1%25lo]",
                "https://[2606:4700::1%251]",
                "https://[fec0::1]",
                "https://[ff02::1]",
                "https://[ff0e::1]",
                "https://[::1",
                "https://::1",
                "https://[v1.127]",
                "https://[127.0.0.1]",
                "https://[1::2::3]",
                // names that lead inward
                "https://localhost",
                "https://LOCALHOST",
                "https://localhost.",
                "https://intranet",
                "https://psa.localhost",
                "https://loopback.example.com",
                "https://loopback6.example.com",
                "https://private.example.com",
                "https://docker.example.com",
                "https://home.example.com",
                "https://any.example.com",
                "https://mapped.example.com",
                "https://nat64.example.com",
                "https://ula.example.com",
                "https://first-public.example.com",
                "https://first-private.example.com",
                "https://public4-private6.example.com",
                "https://127.0.0.1.nip.example.com",
                // user names, odd names, Unicode
                "https://psa.example.com@127.0.0.1",
                "https://user:password@psa.example.com",
                "https://psa.example.com:443@127.0.0.1",
                "https://@psa.example.com",
                "https://psa.example.com%40127.0.0.1",
                "https://127.0.0.1\\@psa.example.com",
                "https://psa.example.com#@127.0.0.1:80/../",
                "https://psa.example.com.",
                "https://.psa.example.com",
                "https://psa..example.com",
                "https://-psa.example.com",
                "https://psa-.example.com",
                "https://psa_1.example.com",
                "https://psa.example.com:0",
                "https://psa.example.com:",
                "https://psa.example.com:65536",
                "https://psa.example.com:-1",
                "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
                "https://①②⑦.⓪.⓪.①",
                "https://127。0。0。1",
                "https://127．0．0．1",
                "https://１２７.0.0.1",
                "https://psa.exаmple.com",
                "https://psa.example.com\u2024evil.com",
                "https://psa.example.com\u0000.evil.com",
                "https://psa.example.com\r\nHost:x",
                "https://psa.example.com\t",
                "https://psa example.com",
                "https://",
                "https:///x",
                "https:psa.example.com",
                "//psa.example.com",
                "psa.example.com",
                // other schemes and ports
                "http://psa.example.com",
                "http://" + PUBLIC,
                "https://psa.example.com:80",
                "https://psa.example.com:8443",
                "https://" + PUBLIC + ":22",
                "https://127.0.0.1:9001",
                "http://127.0.0.1",
                "ftp://psa.example.com",
                "file:///etc/passwd",
                "gopher://psa.example.com",
                "jar:https://psa.example.com!/x",
                "javascript:alert(1)",
                "unix:///run/docker.sock"
            })
    void isRefusedAndNothingIsReached(String address) throws Exception {
        // what stands after # is no part of the host: there the name itself leads inward
        names.answers("psa.example.com", address.contains("#") ? "127.0.0.1" : PUBLIC);

        if (isUri(address)) {
            OutboundException refusal = failure(() -> outbound.send(Calls.get(address)));

            assertThat(refusal).as("a refusal").isNotNull();
            assertThat(refusal.reason()).as(refusal.toString()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(refusal.written()).isFalse();
            assertThat(refusal.getMessage()).doesNotContain("password", "10.1.2.3", "::254 ");
        }
        assertThat(trap.reached()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://psa.example.com",
                "https://PSA.Example.com:443/x",
                "https://" + PUBLIC,
                "https://[2606:4700::6810:84e5]",
                "https://xn--mnchen-3ya.example.com",
                "https://a.b-c.d1.example.co",
                "https://9.example.com",
                "https://172.15.0.1",
                "https://172.32.0.1",
                "https://100.63.0.1",
                "https://11.0.0.1",
                "https://198.20.0.1"
            })
    void aPublicAddressIsReached(String address) {
        for (String name :
                List.of(
                        "psa.example.com",
                        "xn--mnchen-3ya.example.com",
                        "a.b-c.d1.example.co",
                        "9.example.com")) {
            names.answers(name, PUBLIC);
        }

        OutboundException failure = failure(() -> outbound.send(Calls.get(address)));

        assertThat(trap.reached()).as(failure.toString()).isNotEmpty();
        assertThat(trap.reached()).allSatisfy(reached -> assertThat(reached).endsWith(":443"));
    }

    @Test
    void aNameThatTurnsInwardIsNotFollowedThere() {
        names.answers("turning.example.com", PUBLIC, "127.0.0.1");

        OutboundException refusal =
                failure(() -> outbound.send(Calls.get("https://turning.example.com")));

        assertThat(trap.reached()).containsExactly(PUBLIC + ":443");
        assertThat(names.asked("turning.example.com"))
                .as("the first try and the next")
                .isEqualTo(2);
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aNameIsLookedUpOnceForAConnection() {
        names.answers("psa.example.com", PUBLIC);

        failure(() -> outbound.send(Calls.get("https://psa.example.com")));

        assertThat(trap.reached()).hasSize(names.asked("psa.example.com")).isNotEmpty();
    }

    @Test
    void anAllowedOriginOpensItsOwnSchemeHostAndPortOnly() {
        outbound.close();
        outbound = open(List.of("http://127.0.0.1:9001", "https://[::1]:9443", "http://psa:8080"));
        names.answers("psa", "172.17.0.2");
        names.answers("other", "172.17.0.2");

        for (String other :
                List.of(
                        "https://127.0.0.1:9001",
                        "http://127.0.0.1:9002",
                        "https://127.0.0.1",
                        "http://127.0.0.2:9001",
                        "http://0177.0.0.1:9001",
                        "http://localhost:9001",
                        "https://[::1]",
                        "https://[::1]:9001",
                        "http://[::1]:9443",
                        "https://psa",
                        "http://psa",
                        "http://psa.:8080",
                        "http://other:8080")) {
            assertThat(failure(() -> outbound.send(Calls.get(other))))
                    .as(other)
                    .extracting(OutboundException::reason)
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
        assertThat(trap.reached()).isEmpty();

        failure(() -> outbound.send(Calls.post("http://127.0.0.1:9001/x", "{}")));
        failure(() -> outbound.send(Calls.post("https://[::1]:9443/x", "{}")));
        failure(() -> outbound.send(Calls.post("http://PSA:8080/x", "{}")));
        assertThat(trap.reached())
                .contains("127.0.0.1:9001", "0:0:0:0:0:0:0:1:9443", "172.17.0.2:8080");
    }

    @Test
    void anAllowedOriginOfAnotherPortDoesNotOpenTheStandardPortOfItsHost() {
        outbound.close();
        outbound = open(List.of("http://inside.example.com:9001"));
        names.answers("inside.example.com", "10.0.0.7");

        assertThat(failure(() -> outbound.send(Calls.get("https://inside.example.com"))).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(trap.reached()).isEmpty();
    }

    private GuardedCalls open(List<String> origins) {
        return new GuardedCalls(
                OutboundSettings.DEFAULTS.withAllowedOrigins(origins),
                CallGate.OPEN,
                names,
                trap,
                Outbounds.NO_WAIT);
    }

    private static boolean isUri(String address) {
        try {
            return new URI(address) != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Test
    void theTableIsLong() throws Exception {
        ValueSource table =
                HostileAddressTest.class
                        .getDeclaredMethod("isRefusedAndNothingIsReached", String.class)
                        .getAnnotation(ValueSource.class);

        assertThat(table.strings()).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }
}
