package io.psabridge.platform.keys;

import java.util.Map;

/** Wraps with one keeper, and still unwraps what an earlier key ring wrapped. */
final class SucceedingKeyWrapper implements KeyWrapper {

    private final KeyWrapper successor;
    private final FernetKeyRing earlier;

    SucceedingKeyWrapper(KeyWrapper successor, FernetKeyRing earlier) {
        this.successor = successor;
        this.earlier = earlier;
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        return successor.wrap(key, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        return FernetKeyRing.isToken(wrapped)
                ? earlier.unwrap(wrapped, context)
                : successor.unwrap(wrapped, context);
    }

    @Override
    public boolean isNewest(byte[] wrapped) {
        return !FernetKeyRing.isToken(wrapped) && successor.isNewest(wrapped);
    }

    @Override
    public String toString() {
        return successor + " after " + earlier;
    }
}
