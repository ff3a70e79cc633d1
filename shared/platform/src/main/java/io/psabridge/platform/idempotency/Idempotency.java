package io.psabridge.platform.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.Problem;
import io.psabridge.platform.web.ProblemCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does a request once that carries an {@code Idempotency-Key}. Its first 2xx answer is given again
 * for 24 hours; after any other the key is free, unless the outcome is unknown: then whoever comes
 * next resumes.
 */
@Singleton
public final class Idempotency {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    Idempotency(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Without a body. */
    public <T> HttpResponse<T> once(
            Caller caller,
            HttpRequest<?> request,
            Function<Attempt, ? extends HttpResponse<T>> work) {
        return once(caller, request, null, work);
    }

    /**
     * Comes after the check of the request's shape, and before anything is looked for. The answer
     * must hold no secret.
     *
     * @param body as it was read from JSON
     */
    public <T> HttpResponse<T> once(
            Caller caller,
            HttpRequest<?> request,
            @Nullable Object body,
            Function<Attempt, ? extends HttpResponse<T>> work) {
        Optional<String> key = KeyHeader.of(request);
        if (key.isEmpty()) {
            return work.apply(Attempt.only());
        }
        TenantId tenant = caller.tenant();
        Asked asked = new Asked(request.getMethodName(), request.getPath(), canonical(body));
        return switch (keys.claim(tenant, key.get(), asked)) {
            case Claim.Granted granted -> done(tenant, granted, work);
            case Claim.Answered answered -> replayed(answered.answer());
            case Claim.InProgress other -> throw inProgress();
            case Claim.OtherRequest other -> throw reused();
        };
    }

    private <T> HttpResponse<T> done(
            TenantId tenant,
            Claim.Granted granted,
            Function<Attempt, ? extends HttpResponse<T>> work) {
        HttpResponse<T> answer;
        try {
            answer = work.apply(granted.attempt());
        } catch (RuntimeException e) {
            letGo(tenant, granted, e);
            throw e;
        }
        if (answer.code() / 100 == 2) {
            keys.finish(tenant, granted, kept(answer));
        } else {
            keys.release(tenant, granted);
        }
        return answer;
    }

    private void letGo(TenantId tenant, Claim.Granted granted, RuntimeException failure) {
        try {
            if (failure instanceof Problem problem && !problem.outcomeUnknown()) {
                keys.release(tenant, granted);
            } else {
                keys.leaveUnknown(tenant, granted);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // the lease ends by itself, and then somebody resumes
        }
    }

    private String canonical(@Nullable Object body) {
        try {
            return body == null ? "" : CanonicalJson.of(json.writeValueToTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeptAnswer kept(HttpResponse<?> answer) {
        Object body = answer.body();
        try {
            return new KeptAnswer(
                    answer.code(),
                    answer.getHeaders().get(HttpHeaders.LOCATION),
                    body == null ? null : json.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its body is written as it stands: nobody else takes it for a {@code T}. */
    @SuppressWarnings("unchecked")
    private static <T> HttpResponse<T> replayed(KeptAnswer answer) {
        MutableHttpResponse<Object> response =
                HttpResponse.status(HttpStatus.valueOf(answer.status()));
        response.header(REPLAYED, "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.body() != null) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE).body(answer.body());
        }
        return (HttpResponse<T>) (HttpResponse<?>) response;
    }

    private static Problem inProgress() {
        return Problem.of(ProblemCode.IDEMPOTENCY_IN_PROGRESS)
                .detail("The first request with this Idempotency-Key has not ended yet.")
                .fix("Send the same request again in a moment, with the same key.")
                .retryAfter(WAIT)
                .build();
    }

    private static Problem reused() {
        return Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED)
                .detail("This Idempotency-Key was sent with another request in the last 24 hours.")
                .fix(
                        "Use a new key for a new request, and the same key only to repeat the very same one.")
                .error(KeyHeader.NAME, "belongs to another request")
                .build();
    }
}
