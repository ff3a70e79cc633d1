package io.psabridge.http;

import io.psabridge.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes secrets out of a text that somebody else wrote: as they are, percent-encoded, and inside
 * anything that is encoded in base64, such as a Basic sign-in.
 */
public final class Redaction {

    private static final String GONE = "[secret]";
    private static final String BASE64_BEFORE = "[A-Za-z0-9+/_-]{0,400}?";
    private static final String BASE64_AFTER = "[A-Za-z0-9+/_-]*+={0,2}";

    /** Shorter ones are no secrets, and would take whole texts apart. */
    private static final int SHORTEST = 4;

    private final List<Pattern> patterns;

    private Redaction(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    public static Redaction of(Collection<Secret> secrets) {
        List<Pattern> patterns = new ArrayList<>();
        secrets.stream()
                .map(Secret::expose)
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(secret -> patterns.add(pattern(secret)));
        return new Redaction(List.copyOf(patterns));
    }

    /** The text without the secrets. */
    public String strip(String text) {
        String stripped = text;
        for (Pattern pattern : patterns) {
            stripped = pattern.matcher(stripped).replaceAll(GONE);
        }
        return stripped;
    }

    private static Pattern pattern(String secret) {
        List<String> forms = new ArrayList<>();
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(Pattern.quote(secret));
        forms.add("(?i:" + Pattern.quote(encoded) + ")");
        forms.add("(?i:" + Pattern.quote(encoded.replace("+", "%20")) + ")");
        for (int before = 0; before < 3; before++) {
            base64Core(secret, before, forms);
        }
        return Pattern.compile(forms.stream().distinct().collect(Collectors.joining("|")));
    }

    /**
     * Adds what base64 makes of the secret, whatever stands around it, when so many bytes (modulo
     * three) stand before it.
     */
    private static void base64Core(String secret, int before, List<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] placed = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, placed, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(placed);
        String core = encoded.substring((before * 8 + 5) / 6, placed.length * 8 / 6);
        if (core.length() < SHORTEST) {
            return;
        }
        for (String form : List.of(core, core.replace('+', '-').replace('/', '_'))) {
            forms.add(BASE64_BEFORE + Pattern.quote(form) + BASE64_AFTER);
        }
    }
}
