package io.psabridge.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a PSA's operation fails. No message, cause or field of it holds a secret.
 */
public final class PsaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final PsaErrorCode code;
    private final Effect effect;
    private final transient @Nullable String fix;
    private final transient @Nullable Answer answer;
    private final transient @Nullable Duration retryAfter;
    private final transient List<FieldError> errors;

    private PsaException(Builder builder) {
        super(builder.message, builder.cause);
        this.code = builder.code;
        this.effect = builder.effect;
        this.fix = builder.fix;
        this.answer = builder.answer;
        this.retryAfter = builder.retryAfter;
        this.errors = List.copyOf(builder.errors);
    }

    public static Builder of(PsaErrorCode code) {
        return new Builder(code);
    }

    /** A call outside the declared capabilities; nothing was sent. */
    public static PsaException notSupported(Capability capability) {
        return of(PsaErrorCode.NOT_SUPPORTED)
                .message("This PSA has no " + capability.wireName())
                .build();
    }

    public PsaErrorCode code() {
        return code;
    }

    public Effect effect() {
        return effect;
    }

    /** What a person can do, when known. */
    public Optional<String> fix() {
        return Optional.ofNullable(fix);
    }

    /** What the PSA itself said, when it said anything. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** How long the PSA asked us to wait; with RATE_LIMITED, at most an hour. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The fields that were refused or not applied, in the API's names where there is one. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * The PSA's own words.
     *
     * @param code its error code, such as {@code InvalidObject}
     * @param requestId what its support asks for
     */
    public record Answer(
            int status,
            @Nullable String code,
            @Nullable String message,
            @Nullable String requestId) {}

    public record FieldError(String field, String message) {}

    /** Makes a {@link PsaException}; without an effect named it is NONE. */
    public static final class Builder {

        private final PsaErrorCode code;
        private Effect effect = Effect.NONE;
        private String message;
        private @Nullable String fix;
        private @Nullable Answer answer;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;
        private List<FieldError> errors = List.of();

        private Builder(PsaErrorCode code) {
            this.code = code;
            this.message = code.name();
        }

        public Builder effect(Effect value) {
            this.effect = value;
            return this;
        }

        public Builder message(String value) {
            this.message = value;
            return this;
        }

        public Builder fix(@Nullable String value) {
            this.fix = value;
            return this;
        }

        public Builder answer(@Nullable Answer value) {
            this.answer = value;
            return this;
        }

        public Builder retryAfter(@Nullable Duration value) {
            this.retryAfter = value;
            return this;
        }

        public Builder cause(@Nullable Throwable value) {
            this.cause = value;
            return this;
        }

        public Builder errors(List<FieldError> value) {
            this.errors = value;
            return this;
        }

        public PsaException build() {
            return new PsaException(this);
        }
    }
}
