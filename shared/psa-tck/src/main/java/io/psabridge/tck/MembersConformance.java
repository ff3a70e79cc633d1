package io.psabridge.tck;

import static io.psabridge.spi.Capability.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.PsaErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What members must show: everybody, and who is active. */
public interface MembersConformance extends PsaConformance {

    @Test
    default void inactiveMembersAreListedAsInactive() {
        needs(MEMBERS);
        Id<Member> active = standIn().addMember("Ada Active", "ada@msp.example", true);
        Id<Member> inactive = standIn().addMember("Ines Inactive", "ines@msp.example", false);

        List<Member> members = Walk.all(50, psa().members()::list);

        assertThat(member(members, active).active()).isTrue();
        assertThat(member(members, inactive).active())
                .as("Who left the MSP would count as there")
                .isFalse();
        assertThat(member(members, active).api()).as("A person is no API member").isFalse();
        assertThat(member(members, active).emails())
                .as("Members are matched by address")
                .contains("ada@msp.example");
        assertThat(member(members, active).name()).isEqualTo("Ada Active");
    }

    @Test
    default void aMemberIsTheSameAloneAndInTheList() {
        needs(MEMBERS);

        Member alone = psa().members().get(world().member());

        assertThat(Walk.all(50, psa().members()::list)).contains(alone);
        assertThat(alone.identifier()).isNotBlank();
    }

    @Test
    default void aMemberThatIsNotThereIsNotFound() {
        needs(MEMBERS);
        Id<Member> gone = standIn().addMember("Soon Gone", "gone@msp.example", true);
        standIn().removeMember(gone);

        Failures.failsWith(
                PsaErrorCode.NOT_FOUND, "A member that is gone", () -> psa().members().get(gone));
    }

    private static Member member(List<Member> members, Id<Member> id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst().orElseThrow();
    }
}
