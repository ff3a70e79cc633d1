package io.psabridge.connectwise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, numbers, booleans and null. */
final class Json {

    /** Every character as itself: the guide calls most escapes unsupported. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private static final JSON MAPS =
            JSON.builder(FACTORY).enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private Json() {}

    /** Reads one whole value; fails on anything that is broken, missing or follows it. */
    static @Nullable Object read(byte[] body) throws IOException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == null) {
                throw new IOException("There is nothing");
            }
            Object value = MAPS.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new IOException("Something follows the value");
            }
            return value;
        }
    }

    /** UTF-8 bytes. */
    static byte[] bytes(Object value) {
        try {
            return MAPS.asBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A value that is no JSON", e);
        }
    }

    static String text(Object value) {
        try {
            return MAPS.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A value that is no JSON", e);
        }
    }
}
