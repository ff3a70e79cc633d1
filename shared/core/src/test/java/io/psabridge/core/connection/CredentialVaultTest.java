package io.psabridge.core.connection;

import io.psabridge.platform.keys.FernetKeyRing;
import io.psabridge.platform.keys.KeyWrapper;

/** The vault under a local key ring. */
class CredentialVaultTest extends CredentialVaultSuite {

    private String ring = FernetKeyRing.generate();

    @Override
    KeyWrapper keys() {
        return FernetKeyRing.of(ring);
    }

    @Override
    void rotate() {
        ring = FernetKeyRing.generate() + "," + ring;
    }
}
