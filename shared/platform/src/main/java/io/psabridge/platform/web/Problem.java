package io.psabridge.platform.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A failure that the caller is told, as {@code application/problem+json}. Holds no secret. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final boolean retryable;
    private final boolean outcomeUnknown;
    private final transient @Nullable String fix;
    private final transient List<FieldError> errors;
    private final transient @Nullable Provider provider;
    private final transient @Nullable Duration retryAfter;

    private Problem(Builder builder) {
        super(builder.detail, builder.cause);
        this.code = builder.code;
        this.retryable = builder.retryable;
        this.outcomeUnknown = builder.outcomeUnknown;
        this.fix = builder.fix;
        this.errors = List.copyOf(builder.errors);
        this.provider = builder.provider;
        this.retryAfter = builder.retryAfter;
    }

    public static Builder of(ProblemCode code) {
        return new Builder(code);
    }

    /** There is no such thing, or it is another tenant's. */
    public static Problem notFound(String noun) {
        return of(ProblemCode.NOT_FOUND).detail("There is no such " + noun).build();
    }

    /** One field or parameter of the request is wrong. */
    public static Problem invalid(String field, String message) {
        return of(ProblemCode.INVALID_REQUEST)
                .detail(field + ": " + message)
                .error(field, message)
                .build();
    }

    /** The request is wrong as a whole. */
    public static Problem invalid(String detail) {
        return of(ProblemCode.INVALID_REQUEST).detail(detail).build();
    }

    /** Makes a value, and turns its refusal of the arguments into a problem of this field. */
    public static <T> T checked(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw invalid(field, String.valueOf(e.getMessage()));
        }
    }

    /** Begins as {@code problem} is. */
    public static Builder from(Problem problem) {
        return of(problem.code)
                .detail(problem.detail())
                .retryable(problem.retryable)
                .outcomeUnknown(problem.outcomeUnknown)
                .fix(problem.fix)
                .errors(problem.errors)
                .provider(problem.provider)
                .retryAfter(problem.retryAfter)
                .cause(problem);
    }

    public static Problem conflict(String detail) {
        return of(ProblemCode.CONFLICT).detail(detail).build();
    }

    public static Problem unauthenticated(String detail) {
        return of(ProblemCode.UNAUTHENTICATED).detail(detail).build();
    }

    public ProblemCode code() {
        return code;
    }

    /** What happened, for a person. */
    public String detail() {
        return Optional.ofNullable(getMessage()).orElse(code.title());
    }

    public boolean retryable() {
        return retryable;
    }

    /** Whether what was asked may have happened all the same. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    public Optional<String> fix() {
        return Optional.ofNullable(fix);
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Provider> provider() {
        return Optional.ofNullable(provider);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** One wrong field, and why. */
    @Serdeable
    public record FieldError(String field, String message) {}

    /** What the PSA said. */
    @Serdeable
    public record Provider(
            String name,
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String message) {}

    /** Makes a {@link Problem}; what is not named comes from its code. */
    public static final class Builder {

        private final ProblemCode code;
        private final List<FieldError> errors = new ArrayList<>();
        private boolean retryable;
        private boolean outcomeUnknown;
        private String detail;
        private @Nullable String fix;
        private @Nullable Provider provider;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(ProblemCode code) {
            this.code = code;
            this.detail = code.title();
            this.retryable = code.retryable();
        }

        public Builder detail(String value) {
            this.detail = value;
            return this;
        }

        public Builder fix(@Nullable String value) {
            this.fix = value;
            return this;
        }

        public Builder retryable(boolean value) {
            this.retryable = value;
            return this;
        }

        public Builder outcomeUnknown(boolean value) {
            this.outcomeUnknown = value;
            return this;
        }

        public Builder error(String field, String message) {
            errors.add(new FieldError(field, message));
            return this;
        }

        public Builder errors(List<FieldError> values) {
            errors.addAll(values);
            return this;
        }

        public Builder provider(@Nullable Provider value) {
            this.provider = value;
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

        public Problem build() {
            return new Problem(this);
        }
    }
}
