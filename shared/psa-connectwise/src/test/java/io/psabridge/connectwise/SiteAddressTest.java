package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "na.myconnectwise.net, https://api-na.myconnectwise.net/x, https://na.myconnectwise.net/x",
        "api-na.myconnectwise.net, https://api-na.myconnectwise.net/x, https://na.myconnectwise.net/x",
        "https://EU.myconnectwise.net/, https://api-eu.myconnectwise.net/x, https://eu.myconnectwise.net/x",
        "' au.myconnectwise.net ', https://api-au.myconnectwise.net/x, https://au.myconnectwise.net/x",
        "aus.myconnectwise.net:443, https://api-aus.myconnectwise.net/x, https://aus.myconnectwise.net/x",
        "staging.connectwisedev.com, https://api-staging.connectwisedev.com/x, https://staging.connectwisedev.com/x",
        "psa.example.com, https://psa.example.com/x, https://psa.example.com/x",
        "https://psa.example.com, https://psa.example.com/x, https://psa.example.com/x",
        "https://psa.example.com:8443, https://psa.example.com:8443/x, https://psa.example.com:8443/x",
        "http://127.0.0.1:9001, http://127.0.0.1:9001/x, http://127.0.0.1:9001/x",
        "http://[::1]:9001, http://[::1]:9001/x, http://[::1]:9001/x",
        "evil-myconnectwise.net, https://evil-myconnectwise.net/x, https://evil-myconnectwise.net/x",
        "na.myconnectwise.net.example.com, https://na.myconnectwise.net.example.com/x, https://na.myconnectwise.net.example.com/x",
        "a.b.myconnectwise.net, https://a.b.myconnectwise.net/x, https://a.b.myconnectwise.net/x"
    })
    void programsAndPeopleHaveTheirHosts(String typed, String api, String web) {
        SiteAddress address = SiteAddress.of(typed);

        assertThat(address.api("/x")).hasToString(api);
        assertThat(address.web("/x")).hasToString(web);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://api-na.myconnectwise.net/v4_6_release/apis/3.0/",
                "https://na.myconnectwise.net/v2026_1/ConnectWise.aspx?locale=en_US",
                "na.myconnectwise.net#x",
                "https://user@psa.example.com",
                "https://na.myconnectwise.net@elsewhere.example",
                "ftp://psa.example.com",
                "psa.example.com:0",
                "psa.example.com:99999",
                "psa..example.com",
                "psa example.com",
                "psa.example.com\\@elsewhere.example",
                "psа.example.com",
                "-psa.example.com"
            })
    void whatIsNoHostIsRefusedWithAHint(String typed) {
        assertThatThrownBy(() -> SiteAddress.of(typed))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(PsaErrorCode.INVALID_REQUEST);
                            assertThat(e.fix())
                                    .hasValueSatisfying(fix ->
                                            assertThat(fix).contains("na.myconnectwise.net"));
                        });
    }

    @Test
    void onlyItsOwnHostsBelongToIt() {
        SiteAddress cloud = SiteAddress.of("na.myconnectwise.net");

        assertThat(cloud.owns(URI.create("https://na.myconnectwise.net/k"))).isTrue();
        assertThat(cloud.owns(URI.create("https://api-na.myconnectwise.net:443/k"))).isTrue();
        assertThat(cloud.owns(URI.create("http://na.myconnectwise.net/k"))).isFalse();
        assertThat(cloud.owns(URI.create("https://na.myconnectwise.net:8443/k"))).isFalse();
        assertThat(cloud.owns(URI.create("https://eu.myconnectwise.net/k"))).isFalse();
        assertThat(cloud.owns(URI.create("https://elsewhere.example/k"))).isFalse();
        assertThat(cloud.owns(URI.create("mailto:na.myconnectwise.net"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "True, v2025.1, 2026.4",
        "False, v2025.1, 2025.1",
        "False, v2025.16, 2025.16",
        "False, v2026.10, 2026.4",
        "False, v2026.4, 2026.4",
        "False, unknown, 2026.4"
    })
    void onlyAnOlderServerOfOnesOwnLowersTheModelVersion(
            boolean cloud, String running, String asked) {
        assertThat(new CompanyInfo("v4_6_release/", "a", cloud, running).modelVersion("2026.4"))
                .isEqualTo(asked);
    }
}
