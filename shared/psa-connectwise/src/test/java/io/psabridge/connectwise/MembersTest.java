package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.connectwise.HttpDouble.Answer;
import io.psabridge.spi.Member;
import io.psabridge.spi.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void apiMembersAreToldByTheirLicence() {
        Member api =
                ConnectWiseMembers.member(
                        new WireObject(
                                Map.of("id", 301, "identifier", "psabridge", "licenseClass", "A")));

        assertThat(api.api()).isTrue();
        assertThat(api.name()).isEqualTo("psabridge");
    }

    @Test
    void allAddressesAreKeptTheDefaultOneFirstAndNoneTwice() {
        Member member =
                ConnectWiseMembers.member(
                        new WireObject(
                                Map.of(
                                        "id", 115,
                                        "identifier", "obrindle",
                                        "officeEmail", "o@office.example",
                                        "mobileEmail", "O@Home.example",
                                        "homeEmail", "o@home.example",
                                        "defaultEmail", "Home",
                                        "licenseClass", "F")));

        assertThat(member.emails()).containsExactly("o@home.example", "o@office.example");
        assertThat(member.api()).isFalse();
    }

    @Test
    void aServerThatSaysNothingFollowsIsNotAskedAgain() {
        Map<String, Object> row = Map.of("id", 114, "identifier", "tferro");
        Answer page = Answer.json(200, List.of(row));
        Answer last =
                new Answer(
                        200,
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Link",
                                "<https://elsewhere.example/?page=1>; rel=\"first\""),
                        page.body(),
                        page.fault());
        try (Bench ends = new Bench(request -> last);
                Bench open = new Bench(request -> page)) {
            assertThat(ends.psa().members().list(PageRequest.first(50)).next()).isNull();
            assertThat(open.psa().members().list(PageRequest.first(50)).next()).isEqualTo("114");
        }
    }
}
