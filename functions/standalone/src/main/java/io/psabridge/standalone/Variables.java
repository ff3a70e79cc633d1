package io.psabridge.standalone;

import java.util.Map;
import java.util.Optional;

/** Environment variables; a blank one counts as absent. */
record Variables(Map<String, String> values) {

    Variables {
        values = Map.copyOf(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    boolean onOff(String name) {
        return switch (text(name).orElse("off")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new BadConfiguration(name + " must be on or off");
        };
    }

    int number(String name, int otherwise, int from, int to) {
        String text = text(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadConfiguration(mustBeNumber(name, from, to), e);
        }
        throw new BadConfiguration(mustBeNumber(name, from, to));
    }

    private static String mustBeNumber(String name, int from, int to) {
        return name + " must be a number from " + from + " to " + to;
    }
}
