package io.psabridge.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the PSA posts to us when a record changes. */
public interface Callbacks {

    /** Registers one; when the same is there already, that one is the answer. */
    Registration register(Topic topic, URI url);

    /** Those whose URL contains {@code host}. */
    List<Registration> list(String host);

    /** Removes one; no error when it is gone already. */
    void remove(Id<Registration> id);

    /**
     * Tells what a message says, after its signature was found good over the raw bytes. Fails with
     * UNAUTHENTICATED when it is not, and with UNAVAILABLE when the key cannot be had. The signing
     * key comes from this PSA's own hosts only, and is fetched when none is known that fits.
     */
    Event verify(Message message, SigningKeys keys);

    /** What to be told about. */
    enum Topic {
        TICKET,
        MEMBER
    }

    record Registration(Id<Registration> id, Topic topic, URI url, boolean active) {}

    /**
     * A request as it came.
     *
     * @param headers names in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // the raw bytes are what was signed
    record Message(Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            return "Message[" + body.length + " bytes]";
        }
    }

    /** Keeps the key with which a PSA signs its messages, from one message to the next. */
    interface SigningKeys {

        /** The key that fitted before. */
        Optional<Secret> known();

        /**
         * Whether the PSA may be asked for its key now; asked right before it is. Says no for a
         * while after it said yes, so that forgeries do not become calls to the PSA.
         */
        boolean mayFetch();

        /** Called with a key that was fetched and fits. */
        void keep(Secret key);
    }

    /** A hint that a record changed: re-read it. */
    record Event(String messageId, Topic topic, String recordId, boolean deleted) {}
}
