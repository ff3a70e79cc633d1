package io.psabridge.connectwise;

/** The id that ConnectWise gives to a product that integrates with it. */
final class ClientId {

    private ClientId() {}

    /** Whether it can travel in a header. */
    static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= 100
                && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
