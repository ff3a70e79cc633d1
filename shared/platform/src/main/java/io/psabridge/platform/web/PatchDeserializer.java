package io.psabridge.platform.web;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** Reads the body of a PATCH. */
@Singleton
final class PatchDeserializer implements Deserializer<Patch> {

    @Override
    public Patch deserialize(Decoder decoder, DecoderContext context, Argument<? super Patch> type)
            throws IOException {
        JsonNode body = decoder.decodeNode();
        if (!body.isObject()) {
            throw new SerdeException(
                    "No object", new IllegalArgumentException("The body must be a JSON object"));
        }
        checkText(body);
        return Patch.of(body);
    }

    private static void checkText(JsonNode node) throws SerdeException {
        if (node.isString()) {
            StrictText.checked(node.getStringValue());
        } else if (node.isArray()) {
            for (JsonNode value : node.values()) {
                checkText(value);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                StrictText.checked(entry.getKey());
                checkText(entry.getValue());
            }
        }
    }
}
