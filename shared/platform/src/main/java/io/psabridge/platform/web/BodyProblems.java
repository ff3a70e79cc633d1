package io.psabridge.platform.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a body or a parameter, without repeating what was sent. */
final class BodyProblems {

    private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");
    private static final Pattern UNKNOWN = Pattern.compile("Unknown property \\[(.*)] encountered");

    private BodyProblems() {}

    static Problem syntax(JsonSyntaxException failure) {
        Matcher place = PLACE.matcher(String.valueOf(failure.getMessage()));
        return Problem.invalid(
                place.find()
                        ? "The body is not valid JSON, at line "
                                + place.group(1)
                                + ", column "
                                + place.group(2)
                        : "The body is not valid JSON");
    }

    static Problem missing(Argument<?> argument) {
        return isBody(argument)
                ? Problem.invalid("The request needs a JSON body")
                : Problem.invalid(argument.getName(), "is required");
    }

    static Problem conversion(ConversionErrorException failure) {
        String field = isBody(failure.getArgument()) ? "" : failure.getArgument().getName();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case JsonSyntaxException syntax -> {
                    return syntax(syntax);
                }
                case SerdeException serde -> {
                    field = path(serde).orElse(field);
                    Optional<Problem> known = known(serde, field);
                    if (known.isPresent()) {
                        return known.get();
                    }
                }
                case RequiredMembers.MissingMemberException missing -> {
                    return Problem.invalid(within(field, missing.member()), "is required");
                }
                case IllegalArgumentException refused when isOurs(refused) -> {
                    return at(field, String.valueOf(refused.getMessage()));
                }
                default -> {}
            }
        }
        return at(
                field,
                field.isEmpty() ? "The body has the wrong shape" : "has the wrong type or form");
    }

    private static Optional<Problem> known(SerdeException failure, String field) {
        String message = String.valueOf(failure.getMessage());
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return Optional.of(Problem.invalid(within(field, unknown.group(1)), "unknown member"));
        }
        return Optional.empty();
    }

    /** The member's path; sometimes the path that failed names it already. */
    private static String within(String path, String member) {
        boolean named = path.equals(member) || path.endsWith("." + member);
        return named || path.isEmpty() ? (named ? path : member) : path + "." + member;
    }

    /** Whether our own record refused the value; other messages may quote what was sent. */
    private static boolean isOurs(IllegalArgumentException failure) {
        return failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith("io.psabridge.");
    }

    private static Optional<String> path(SerdeException failure) {
        StringBuilder path = new StringBuilder();
        List<ReferencePath> outermostFirst = failure.getPath().reversed();
        for (ReferencePath step : outermostFirst) {
            if (step instanceof CollectionItemReferencePath item) {
                path.append('[').append(item.index()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getArgument().getName());
            }
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
    }

    private static Problem at(String field, String message) {
        return field.isEmpty() ? Problem.invalid(message) : Problem.invalid(field, message);
    }

    private static boolean isBody(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasAnnotation(Body.class);
    }
}
