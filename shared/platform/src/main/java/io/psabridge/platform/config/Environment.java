package io.psabridge.platform.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads single variables; a blank one counts as absent, a wrong one ends the process. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean isOn(String name) {
        String value = text(name).orElse("off");
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw wrong(name, "must be on or off", value);
        };
    }

    Optional<Integer> number(String name, int min, int max) {
        return text(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw outside(name, min, max, value);
                    }
                    throw outside(name, min, max, value);
                });
    }

    Optional<URI> origin(String name) {
        return text(name).map(value -> origin(name, value));
    }

    List<URI> origins(String name) {
        return list(name).stream().map(value -> origin(name, value)).toList();
    }

    private static URI origin(String name, String value) {
        String expected = "must be an http or https URL without user, query or fragment";
        try {
            URI uri = URI.create(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name, expected, value);
        }
        throw wrong(name, expected, value);
    }

    private static ConfigurationException outside(String name, int min, int max, String value) {
        return wrong(name, "must be a whole number from " + min + " to " + max, value);
    }

    static ConfigurationException wrong(String name, String expected, String value) {
        return new ConfigurationException(name + " " + expected + ", not \"" + value + "\"");
    }
}
