package io.psabridge.platform.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often keys of a PSA may be tried.
 *
 * @param attempts connects, verifies and rotations a minute per tenant
 * @param refused keys refused per tenant and PSA host in 15 minutes
 */
public record GuessLimit(int attempts, int refused) {

    private static final String DEFAULT = "30/20";
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    static Optional<GuessLimit> read(String name, Environment environment) {
        String value = environment.text(name).orElse(DEFAULT);
        if (value.equals("off")) {
            return Optional.empty();
        }
        Matcher numbers = FORM.matcher(value);
        if (!numbers.matches()) {
            throw Environment.wrong(
                    name, "must be off or two numbers from 1 to 9999, such as " + DEFAULT, value);
        }
        return Optional.of(
                new GuessLimit(
                        Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }
}
