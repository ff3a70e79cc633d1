package io.psabridge.platform.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.psabridge.platform.keys.KeyUnavailableException;
import io.psabridge.platform.tenant.TenantId;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Controller("/v1/widgets")
class WidgetController {

    @Serdeable
    record Part(String code) {}

    @Serdeable
    record NewWidget(String name, @Nullable Integer size, @Nullable List<Part> parts) {

        NewWidget {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A widget's name must not be blank");
            }
        }
    }

    @Serdeable
    record WidgetView(
            String name,
            @Nullable Integer size,
            List<String> tags,
            @Nullable Instant createdAt,
            String tenant,
            String thread) {}

    @Get("/{connection}")
    @Allowed(Scope.READ)
    WidgetView get(
            TenantId tenant,
            Caller caller,
            String connection,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String limit) {
        return new WidgetView(
                connection + "/" + q + "/" + PageLimit.of(limit) + "/" + caller.sub(),
                null,
                List.of(),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                tenant.value(),
                Thread.currentThread().isVirtual() ? "virtual" : "platform");
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(Scope.WRITE)
    Map<String, Object> create(Caller caller, @Body NewWidget widget) {
        return Map.of("name", widget.name(), "tenant", caller.tenant().value());
    }

    @Patch("/{id}")
    @Allowed(Scope.WRITE)
    Map<String, Object> change(
            TenantId tenant, String id, @Body io.psabridge.platform.web.Patch patch) {
        patch.allow(Set.of("name", "size", "settings"));
        return Map.of(
                "clearsName", patch.clears("name"),
                "name", patch.text("name").orElse("-"),
                "size", patch.number("size").orElse(-1),
                "inner",
                        patch.object("settings")
                                .map(io.psabridge.platform.web.Patch::names)
                                .orElse(Set.of()));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(Scope.ADMIN)
    void delete(TenantId tenant, String id) {}

    @Get("/fails/{how}")
    @Allowed(Scope.READ)
    String fail(String how) throws Exception {
        switch (how) {
            case "key" -> throw new KeyUnavailableException("The key is away", null);
            case "database" ->
                    throw new IllegalStateException(new SQLTransientConnectionException("pool"));
            case "limited" ->
                    throw Problem.of(ProblemCode.PSA_RATE_LIMITED)
                            .retryAfter(Duration.ofMillis(1500))
                            .provider(new Problem.Provider("ConnectWise", 429, null, "slow down"))
                            .fix("Wait")
                            .build();
            case "missing" -> throw Problem.notFound("widget");
            default -> throw new IllegalStateException("s3cret");
        }
    }

    @Post("/callbacks/{token}")
    @AnyQuery
    Map<String, Object> callback(String token, @Body String body) {
        return Map.of("length", body.length());
    }
}
