package io.psabridge.platform.web;

import java.util.Optional;

/**
 * Our own signing keys, of each kind its own: everyone verifies with the public half, few may sign.
 */
public interface TokenKeyStore {

    /** The public half, unless there is no such key of this kind or it is too old. */
    Optional<PublicTokenKey> find(TokenKind kind, String kid);

    /** The key to sign with now, good for longer than any token; made when there is none. */
    SigningKey current(TokenKind kind);
}
