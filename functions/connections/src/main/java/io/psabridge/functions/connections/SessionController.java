package io.psabridge.functions.connections;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.session.ConnectSessions;
import io.psabridge.core.session.SessionId;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.Patch;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.Scope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;

/** Short sessions in which a person's browser may connect a PSA for its tenant. */
@Controller("/v1/connect-sessions")
final class SessionController {

    private final ConnectSessions sessions;

    SessionController(ConnectSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Begins a session. Its token works with this API at once; the page at the address comes with a
     * later version, until then the address answers 404.
     */
    @Post
    @Allowed(value = Scope.ADMIN, page = false)
    @Status(HttpStatus.CREATED)
    @RequestBody(content = @Content(schema = @Schema(implementation = SessionBody.class)))
    HttpResponse<SessionView> open(Caller caller, @Body Patch body) {
        SessionBody wanted = SessionBody.read(body);
        SessionView opened =
                SessionView.of(
                        sessions.open(
                                caller.tenant(),
                                caller.actor(),
                                wanted.valid(),
                                wanted.returnUrl()));
        return HttpResponse.created(opened, URI.create("/v1/connect-sessions/" + opened.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Ends a session at once. */
    @Delete("/{id}")
    @Allowed(Scope.ADMIN)
    @Status(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, String id) {
        sessions.revoke(
                caller.tenant(), caller.actor(), new SessionId(PathId.of(id, "connect session")));
    }
}
