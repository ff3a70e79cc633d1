package io.psabridge.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
     * key comes from this PSA's own hosts only.
     */
    Event verify(Message message);

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

    /** A hint that a record changed: re-read it. */
    record Event(String messageId, Topic topic, String recordId, boolean deleted) {}
}
