package io.psabridge.platform.web;

import java.util.Optional;

/** Our own signing keys: everyone verifies with the public half, few may sign. */
public interface TokenKeyStore {

    /** The public half, unless there is no such key or it is too old. */
    Optional<PublicTokenKey> find(String kid);

    /** The key to sign with now; made when there is none. */
    SigningKey current();
}
