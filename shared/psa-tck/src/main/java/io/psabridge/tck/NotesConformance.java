package io.psabridge.tck;

import static io.psabridge.spi.Capability.MEMBERS;
import static io.psabridge.spi.Capability.NOTES_READ;
import static io.psabridge.spi.Capability.NOTES_WRITE;
import static io.psabridge.tck.Failures.failsWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Audience;
import io.psabridge.spi.Effect;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.NewNote;
import io.psabridge.spi.Note;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What notes must do: the right people see them, and nobody gets mail that was not asked for. */
public interface NotesConformance extends PsaConformance {

    @ParameterizedTest
    @EnumSource
    default void aNoteIsSeenByItsAudienceAndMailsNobody(Audience audience) {
        needs(NOTES_WRITE);

        Note posted = psa().notes().add(world().ticket(), NewNote.of("Called back", audience));

        StoredNote stored = theNote(world().ticket());
        assertThat(stored.audience())
                .as("Other people see the note than were meant to")
                .isEqualTo(audience);
        assertThat(stored.text()).isEqualTo("Called back");
        assertThat(posted.id()).isEqualTo(stored.id());
        assertThat(posted.audience()).isEqualTo(audience);
        assertThat(posted.text()).isEqualTo("Called back");
        assertThat(stored.askedToNotify()).as("The PSA was asked to mail").isFalse();
        assertThat(standIn().mails()).as("Mail that nobody asked for").isZero();
    }

    @Test
    default void anInternalNoteNeverNotifies() {
        needs(NOTES_WRITE);

        psa().notes()
                .add(world().ticket(), NewNote.of("He shouts at everybody", Audience.INTERNAL));

        assertThat(theNote(world().ticket()).askedToNotify())
                .as("The customer gets an internal remark by mail")
                .isFalse();
        assertThat(standIn().mails()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCUSSION", "RESOLUTION"})
    default void aNoteThatShallNotifyDoes(Audience audience) {
        needs(NOTES_WRITE);

        psa().notes().add(world().ticket(), new NewNote("We are on our way", audience, true, null));

        assertThat(standIn().mails())
                .as("The customer waits for mail that was promised")
                .isEqualTo(1);
    }

    @Test
    default void aNoteStandsUnderItsAuthor() {
        needs(NOTES_WRITE);

        psa().notes()
                .add(
                        world().ticket(),
                        new NewNote("Called back", Audience.INTERNAL, false, world().member()));

        assertThat(theNote(world().ticket()).author())
                .as("Every note is by \"API\"")
                .isEqualTo(world().member());
    }

    @Test
    default void aNoteOfAnAuthorThatIsNotThereIsRefused() {
        needs(NOTES_WRITE, MEMBERS);
        Id<Member> gone = standIn().addMember("Soon Gone", "gone@msp.example", true);
        standIn().removeMember(gone);

        var failure =
                failsWith(
                        PsaErrorCode.MEMBER_NOT_FOUND,
                        "An author who left",
                        () ->
                                psa().notes()
                                        .add(
                                                world().ticket(),
                                                new NewNote(
                                                        "Called back",
                                                        Audience.INTERNAL,
                                                        false,
                                                        gone)));

        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(standIn().notes(world().ticket())).as("Posted under no name").isEmpty();
    }

    @Test
    default void notesAreReadBackOldestFirstAndComplete() {
        needs(NOTES_READ);
        List<Audience> audiences = List.of(Audience.values());
        List<Id<Note>> added = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            added.add(standIn().addNote(world().ticket(), "Note " + i, audiences.get(i % 3)));
        }

        List<Note> read = Walk.all(7, page -> psa().notes().list(world().ticket(), page));

        assertThat(read).extracting(Note::id).containsExactlyElementsOf(added);
        assertThat(read).extracting(Note::text).startsWith("Note 0", "Note 1");
        assertThat(read).extracting(Note::audience).startsWith(Audience.values());
    }

    @Test
    default void notesOfATicketThatIsNotThereAreNotFound() {
        needs(NOTES_READ, NOTES_WRITE);
        Id<Ticket> gone = standIn().addTicket("Soon gone", world().board(), world().company());
        standIn().removeTicket(gone);

        failsWith(
                PsaErrorCode.NOT_FOUND,
                "No notes",
                () -> psa().notes().list(gone, Operations.PAGE));
        var failure =
                failsWith(
                        PsaErrorCode.NOT_FOUND,
                        "No such ticket",
                        () ->
                                psa().notes()
                                        .add(gone, NewNote.of("Called back", Audience.INTERNAL)));
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    default void aNoteThatThePsaCutsIsNotApplied() {
        needs(NOTES_WRITE);
        standIn().arrange(StandInFault.WRITE_WITHOUT_EFFECT, Operation.ADD_NOTE);

        var failure =
                failsWith(
                        PsaErrorCode.NOT_APPLIED,
                        "Half a note is reported as posted",
                        () ->
                                psa().notes()
                                        .add(
                                                world().ticket(),
                                                NewNote.of(
                                                        "Called back at noon", Audience.INTERNAL)));

        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    }

    private StoredNote theNote(Id<Ticket> ticket) {
        List<StoredNote> notes = standIn().notes(ticket);
        assertThat(notes).as("Notes of the ticket").hasSize(1);
        return notes.getFirst();
    }
}
