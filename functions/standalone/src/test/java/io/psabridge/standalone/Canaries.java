package io.psabridge.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Planted secrets, each in every form in which it might be said. */
final class Canaries {

    /** Shorter parts are found elsewhere by chance. */
    private static final int SHORTEST = 12;

    private final Map<String, String> forms = new TreeMap<>();

    /** A secret that is a text; said in base64 it may stand anywhere in what was encoded. */
    void plant(String name, String secret) {
        forms.put(name, secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // its first and last characters depend on what stands beside it
            String sure = encoded.substring(before == 0 ? 0 : 4, encoded.length() - 2);
            if (sure.length() >= SHORTEST) {
                forms.put(name + " in base64 at " + before, sure);
            }
        }
    }

    /** A secret that is bytes. */
    void plant(String name, byte[] secret) {
        HexFormat hex = HexFormat.of();
        forms.put(name + " in hex", hex.formatHex(secret));
        forms.put(name + " in capital hex", hex.withUpperCase().formatHex(secret));
        forms.put(name + " as numbers", Arrays.toString(secret).replaceAll("[\\[\\]]", ""));
        forms.put(name + " in base64", Base64.getEncoder().withoutPadding().encodeToString(secret));
        forms.put(
                name + " in URL-safe base64",
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        forms.put(name + " as characters", new String(secret, StandardCharsets.ISO_8859_1));
    }

    void areAbsentFrom(String where, String text) {
        assertThat(forms.keySet())
                .filteredOn(name -> text.contains(forms.get(name)))
                .as("secrets in " + where)
                .isEmpty();
    }
}
