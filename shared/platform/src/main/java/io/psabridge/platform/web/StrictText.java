package io.psabridge.platform.web;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Reads texts from JSON. Refuses numbers and the like, and texts with U+0000: the database cannot
 * store it.
 */
@Singleton
final class StrictText implements Deserializer<String> {

    @Override
    public String deserialize(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (!node.isString()) {
            throw refused("must be a text");
        }
        return checked(node.getStringValue());
    }

    static String checked(String text) throws SerdeException {
        if (text.indexOf('\0') >= 0) {
            throw refused("must not contain U+0000");
        }
        return text;
    }

    private static SerdeException refused(String why) {
        return new SerdeException("A text " + why, new IllegalArgumentException(why));
    }
}
