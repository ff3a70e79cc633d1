package io.psabridge.tck;

import static io.psabridge.spi.Capability.CALLBACKS;
import static io.psabridge.tck.Failures.failsWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Callbacks.Registration;
import io.psabridge.spi.Callbacks.Topic;
import io.psabridge.spi.Effect;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering to be told of changes, and telling the PSA's messages from all others. */
public interface CallbacksConformance extends PsaConformance {

    String HOST = "hooks.bridge.example";
    URI URL = URI.create("https://" + HOST + "/v1/callbacks/one?id=");

    @Test
    default void registeredTwiceIsThereOnce() {
        needs(CALLBACKS);

        Registration first = psa().callbacks().register(Topic.TICKET, URL);
        Registration second = psa().callbacks().register(Topic.TICKET, URL);

        assertThat(second).as("Every change would be told twice").isEqualTo(first);
        assertThat(psa().callbacks().list(HOST)).containsExactly(first);
        assertThat(first.topic()).isEqualTo(Topic.TICKET);
        assertThat(first.url()).isEqualTo(URL);
        assertThat(first.active()).isTrue();
    }

    @Test
    default void eachTopicHasARegistrationOfItsOwn() {
        needs(CALLBACKS);

        Registration tickets = psa().callbacks().register(Topic.TICKET, URL);
        Registration members = psa().callbacks().register(Topic.MEMBER, URL);

        assertThat(psa().callbacks().list(HOST)).containsExactlyInAnyOrder(tickets, members);
    }

    @Test
    default void registrationsOfOtherHostsAreNotListed() {
        needs(CALLBACKS);
        Registration ours = psa().callbacks().register(Topic.TICKET, URL);
        Registration theirs =
                psa().callbacks()
                        .register(Topic.TICKET, URI.create("https://other.example/hook?id="));

        assertThat(psa().callbacks().list(HOST))
                .as("Somebody else's registration would be removed with ours")
                .containsExactly(ours);
        assertThat(psa().callbacks().list("other.example")).containsExactly(theirs);
        assertThat(psa().callbacks().list("nobody.example")).isEmpty();
    }

    @Test
    default void removedTwiceIsRemoved() {
        needs(CALLBACKS);
        Registration stays = psa().callbacks().register(Topic.MEMBER, URL);
        Registration goes = psa().callbacks().register(Topic.TICKET, URL);

        psa().callbacks().remove(goes.id());
        psa().callbacks().remove(goes.id());

        assertThat(psa().callbacks().list(HOST)).containsExactly(stays);
    }

    @Test
    default void aRegistrationWhoseAnswerIsLostIsFoundAgain() {
        needs(CALLBACKS);
        standIn().arrange(StandInFault.RESET_AFTER_COMMIT, Operation.REGISTER_CALLBACK);

        PsaException lost =
                Failures.failureOf(
                        "A lost answer", () -> psa().callbacks().register(Topic.TICKET, URL));
        Registration found = psa().callbacks().register(Topic.TICKET, URL);

        assertThat(lost.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(psa().callbacks().list(HOST)).containsExactly(found);
    }

    @ParameterizedTest
    @EnumSource
    default void aMessageOfThePsaIsUnderstood(Topic topic) {
        needs(CALLBACKS);
        String record = recordOf(topic);

        Callbacks.Event changed = event(standIn().message(topic, record, false));
        Callbacks.Event deleted = event(standIn().message(topic, record, true));

        assertThat(changed.topic()).isEqualTo(topic);
        assertThat(changed.recordId()).isEqualTo(record);
        assertThat(changed.deleted()).isFalse();
        assertThat(deleted.deleted()).isTrue();
        assertThat(changed.messageId())
                .as("By its id a message that comes again is known")
                .isNotBlank()
                .isNotEqualTo(deleted.messageId());
    }

    /** Before any key is known, and after. */
    @ParameterizedTest
    @EnumSource
    default void aForgedMessageIsNotBelieved(Forgery forgery) {
        needs(CALLBACKS);
        Tenant known = bench().tenant();
        Tenant fresh = new Tenant("forged-" + forgery, known.site(), known.credentials());
        Callbacks callbacks = provider().open(fresh.access(PATIENCE)).callbacks();
        String record = recordOf(Topic.TICKET);
        Callbacks.Message forged = standIn().forged(forgery, Topic.TICKET, record);
        KeptKeys keys = KeptKeys.unlimited();

        refuses(callbacks, forged, keys);
        callbacks.verify(standIn().message(Topic.TICKET, record, false), keys);
        refuses(callbacks, forged, keys);

        assertThat(standIn().receivedElsewhere())
                .as("A key is fetched from a stranger's host")
                .isZero();
    }

    @Test
    default void aMessageOfAnotherCompanyIsNotBelieved() {
        needs(CALLBACKS);
        StandIn other = bench().otherTenant().standIn();
        other.reset();
        String record = other.world().ticket().value();

        refuses(
                psa().callbacks(),
                other.message(Topic.TICKET, record, false),
                KeptKeys.unlimited());
    }

    @Test
    default void aKeyThatFitsIsNotFetchedAgain() {
        needs(CALLBACKS);
        String record = recordOf(Topic.TICKET);
        KeptKeys keys = new KeptKeys(1);
        psa().callbacks().verify(standIn().message(Topic.TICKET, record, false), keys);
        standIn().forget();

        psa().callbacks().verify(standIn().message(Topic.TICKET, record, false), keys);

        assertThat(keys.known()).as("No key was kept").isPresent();
        assertThat(standIn().received()).as("Every message becomes a call").isEmpty();
    }

    @Test
    default void aKeyIsFetchedOnlyWhenItMayBe() {
        needs(CALLBACKS);
        Callbacks.Message message = standIn().message(Topic.TICKET, recordOf(Topic.TICKET), false);
        standIn().forget();

        failsWith(
                PsaErrorCode.UNAVAILABLE,
                "Whether it is right cannot be told without a key",
                () -> psa().callbacks().verify(message, new KeptKeys(0)));

        assertThat(standIn().received()).as("Forgeries become calls").isEmpty();
    }

    private Callbacks.Event event(Callbacks.Message message) {
        return psa().callbacks().verify(message, KeptKeys.unlimited());
    }

    private static void refuses(
            Callbacks callbacks, Callbacks.Message message, Callbacks.SigningKeys keys) {
        failsWith(
                PsaErrorCode.UNAUTHENTICATED,
                "Strangers trigger work",
                () -> callbacks.verify(message, keys));
    }

    private String recordOf(Topic topic) {
        return switch (topic) {
            case TICKET -> world().ticket().value();
            case MEMBER -> world().member().value();
        };
    }
}
