package io.psabridge.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.psabridge.spi.PsaException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for secrets in texts, in clear and in Base64. */
final class Leaks {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");

    private Leaks() {}

    /** All that a failure can show, its causes too. */
    static List<String> textsOf(PsaException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        List<String> texts = new ArrayList<>(List.of(trace.toString(), failure.toString()));
        failure.fix().ifPresent(texts::add);
        failure.answer().map(Object::toString).ifPresent(texts::add);
        failure.errors().forEach(error -> texts.add(error.toString()));
        return texts;
    }

    static void assertNone(List<String> secrets, List<String> texts) {
        for (String text : texts) {
            String readable = text + decoded(text);
            for (String secret : secrets) {
                assertThat(readable.contains(secret))
                        .as(
                                "A text that people see or store contains a secret (the text is %d characters)",
                                text.length())
                        .isFalse();
            }
        }
    }

    private static String decoded(String text) {
        StringBuilder all = new StringBuilder();
        Matcher words = BASE64.matcher(text);
        while (words.find()) {
            String word = words.group().replace('-', '+').replace('_', '/').replace("=", "");
            String whole = word.substring(0, word.length() - (word.length() % 4 == 1 ? 1 : 0));
            all.append('\n')
                    .append(new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
