package io.psabridge.tck;

import io.psabridge.spi.Callbacks.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What can be wrong with a message that says that it comes from the PSA. */
public enum Forgery {
    /** It speaks of another record than the one that was signed. */
    CHANGED_BODY,
    /** Signed with a key that somebody made up. */
    OTHER_KEY,
    /** The headers are gone. */
    NO_SIGNATURE,
    /** The signature is right, and written in hexadecimal digits in place of Base64. */
    OTHER_ENCODING,
    /** It says the same in other bytes. */
    WRITTEN_ANEW,
    /** Names a key that lies on a listener which is not the PSA. */
    KEY_ELSEWHERE;

    /** A right message, touched on its way; those that take another key cannot be made so. */
    public Message of(Message right, String recordId) {
        String body = new String(right.body(), StandardCharsets.UTF_8);
        return switch (this) {
            case CHANGED_BODY -> new Message(right.headers(), bytes(changed(body, recordId)));
            case NO_SIGNATURE -> new Message(Map.of(), right.body());
            case OTHER_ENCODING -> new Message(inHex(right.headers()), right.body());
            case WRITTEN_ANEW -> new Message(right.headers(), bytes(body + "\n"));
            case OTHER_KEY, KEY_ELSEWHERE ->
                    throw new IllegalArgumentException(this + " is not made of a right message");
        };
    }

    private static String changed(String body, String recordId) {
        if (!body.contains(recordId)) {
            throw new IllegalArgumentException("The message does not name record " + recordId);
        }
        return body.replace(recordId, recordId + "0");
    }

    private static Map<String, String> inHex(Map<String, String> headers) {
        Map<String, String> hex = new HashMap<>(headers);
        hex.replaceAll(
                (name, value) -> HexFormat.of().formatHex(Base64.getDecoder().decode(value)));
        return hex;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
