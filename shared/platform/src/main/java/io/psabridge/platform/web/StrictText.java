package io.psabridge.platform.web;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads texts from JSON, and refuses those with U+0000: the database cannot store it. */
@Singleton
final class StrictText implements Deserializer<String> {

    @Override
    public String deserialize(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        return checked(decoder.decodeString());
    }

    @Override
    public @Nullable String deserializeNullable(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        String text = decoder.decodeStringNullable();
        return text == null ? null : checked(text);
    }

    static String checked(String text) throws SerdeException {
        if (text.indexOf('\0') >= 0) {
            throw new SerdeException(
                    "Text with U+0000", new IllegalArgumentException("must not contain U+0000"));
        }
        return text;
    }
}
