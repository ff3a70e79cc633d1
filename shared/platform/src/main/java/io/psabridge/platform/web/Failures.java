package io.psabridge.platform.web;

import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.psabridge.platform.config.ConfigurationException;
import io.psabridge.platform.keys.KeyRefusedException;
import io.psabridge.platform.keys.KeyUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from exceptions to problems. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Set<HttpMethod> REPEATABLE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);

    private Failures() {}

    static Problem problem(HttpRequest<?> request, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case HttpStatusException status -> {
                    return ofStatus(status.getStatus().getCode());
                }
                case ContentLengthExceededException tooLarge -> {
                    return ofStatus(413);
                }
                case BufferLengthExceededException tooLarge -> {
                    return ofStatus(413);
                }
                case JsonSyntaxException syntax -> {
                    return BodyProblems.syntax(syntax);
                }
                case ConversionErrorException conversion -> {
                    return BodyProblems.conversion(conversion);
                }
                case UnsatisfiedArgumentException missing -> {
                    return BodyProblems.missing(missing.getArgument());
                }
                case UnsatisfiedRouteException missing -> {
                    return BodyProblems.missing(missing.getArgument());
                }
                case KeyUnavailableException away -> {
                    LOG.warn("{}", away.getMessage());
                    return away("The keeper of the keys does not answer", failure);
                }
                case KeyRefusedException refused -> {
                    LOG.error("{}", refused.getMessage(), SafeTrace.of(failure));
                    return Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                            .detail("The keeper of the keys refuses to open what is stored here")
                            .fix("Tell whoever operates this installation; the log says why.")
                            .retryable(false)
                            .cause(refused)
                            .build();
                }
                case SQLException sql when isAway(sql) -> {
                    return away("The database does not answer", failure);
                }
                case ConfigurationException wrong -> {
                    LOG.error("{}", wrong.getMessage());
                    return Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                            .detail("This installation is not configured properly")
                            .retryable(false)
                            .cause(wrong)
                            .build();
                }
                default -> {}
            }
        }
        return unexpected(request, failure);
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.unauthenticated("This needs a bearer token");
            case 403 -> Problem.of(ProblemCode.INSUFFICIENT_SCOPE).build();
            case 404 -> Problem.of(ProblemCode.NOT_FOUND).detail("There is no such path").build();
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED).build();
            case 406 -> Problem.invalid("Accept", "must allow application/json");
            case 413 ->
                    Problem.of(ProblemCode.PAYLOAD_TOO_LARGE)
                            .detail("A request body has at most 1 MiB")
                            .build();
            case 415 ->
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
                            .detail("Content-Type must be application/json")
                            .build();
            default ->
                    status < 500
                            ? Problem.invalid("The request cannot be read")
                            : Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                                    .retryable(false)
                                    .build();
        };
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null
                        && (state.startsWith("08")
                                || state.startsWith("57P")
                                || state.equals("53300")));
    }

    private static Problem away(String detail, Throwable cause) {
        LOG.warn("{}", detail, SafeTrace.of(cause));
        return Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE).detail(detail).cause(cause).build();
    }

    private static Problem unexpected(HttpRequest<?> request, Throwable failure) {
        LOG.error("A request failed unexpectedly", SafeTrace.of(failure));
        return Problem.of(ProblemCode.TEMPORARILY_UNAVAILABLE)
                .detail("Something went wrong here; the request id helps to find out what")
                .retryable(REPEATABLE.contains(request.getMethod()))
                .cause(failure)
                .build();
    }
}
