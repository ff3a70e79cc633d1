package io.psabridge.functions.connections;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.connection.Connection;
import io.psabridge.core.connection.ConnectionId;
import io.psabridge.core.connection.ConnectionService;
import io.psabridge.core.connection.Connections;
import io.psabridge.core.connection.NewConnection;
import io.psabridge.core.connection.PendingWrites;
import io.psabridge.core.connection.RegisteredCallbacks;
import io.psabridge.platform.idempotency.Idempotency;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.platform.web.Allowed;
import io.psabridge.platform.web.Caller;
import io.psabridge.platform.web.CursorScope;
import io.psabridge.platform.web.Cursors;
import io.psabridge.platform.web.ItemsView;
import io.psabridge.platform.web.Listing;
import io.psabridge.platform.web.PathId;
import io.psabridge.platform.web.RequestCheck;
import io.psabridge.platform.web.Scope;
import io.psabridge.spi.Credentials;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant's connections to PSAs. */
@Controller("/v1/connections")
final class ConnectionController {

    private final ConnectionService service;
    private final Connections connections;
    private final PendingWrites pendingWrites;
    private final RegisteredCallbacks callbacks;
    private final Cursors cursors;
    private final Idempotency idempotency;

    ConnectionController(
            ConnectionService service,
            Connections connections,
            PendingWrites pendingWrites,
            RegisteredCallbacks callbacks,
            Cursors cursors,
            Idempotency idempotency) {
        this.service = service;
        this.connections = connections;
        this.pendingWrites = pendingWrites;
        this.callbacks = callbacks;
        this.cursors = cursors;
        this.idempotency = idempotency;
    }

    /** Connects a PSA: verifies first, and stores nothing when the PSA refuses. */
    @Post
    @Allowed(Scope.ADMIN)
    @Status(HttpStatus.CREATED)
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ConnectionBodies.Connect.class)))
    HttpResponse<ConnectionView> connect(
            Caller caller, HttpRequest<?> request, @Body io.psabridge.platform.web.Patch body) {
        NewConnection wanted = ConnectRequest.read(body);
        return idempotency.once(
                caller,
                request,
                body.json(),
                attempt -> {
                    ConnectionView made =
                            view(service.create(caller.tenant(), caller.actor(), wanted, attempt));
                    return HttpResponse.created(made, URI.create("/v1/connections/" + made.id()));
                });
    }

    /** Lists the connections, the newest first. */
    @Get
    @Allowed(Scope.READ)
    ItemsView<ConnectionView> list(
            Caller caller,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String limit) {
        CursorScope scope = new CursorScope(caller.tenant(), "", "/v1/connections", Map.of());
        Listing listing = Listing.of(cursors, scope, cursor, limit);
        Page<Connection> page =
                service.list(caller.tenant(), new PageRequest(listing.after(), listing.size()));
        return listing.answer(views(caller.tenant(), page.items()), page.next());
    }

    /** Reads one connection. */
    @Get("/{connectionId}")
    @Allowed(Scope.READ)
    ConnectionView get(Caller caller, String connectionId) {
        return view(service.get(caller.tenant(), id(connectionId)));
    }

    /** Changes name and settings: absent keeps, null clears. */
    @Patch("/{connectionId}")
    @Allowed(Scope.ADMIN)
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ConnectionBodies.Change.class)))
    ConnectionView change(
            Caller caller, String connectionId, @Body io.psabridge.platform.web.Patch body) {
        body.allow(Set.of("name", "settings"));
        Optional<String> name = body.text("name");
        if (body.has("name")) {
            RequestCheck check = new RequestCheck();
            check.text("name", name.orElse(null), ConnectRequest.LONGEST_NAME);
            check.verify();
        }
        return view(
                service.change(
                        caller.tenant(),
                        caller.actor(),
                        id(connectionId),
                        name,
                        SettingsPatch.in(body)));
    }

    /** Replaces the credentials, once the PSA accepts the new ones. */
    @Put("/{connectionId}/credentials")
    @Allowed(Scope.ADMIN)
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ConnectionBodies.Rotate.class)))
    ConnectionView rotate(
            Caller caller, String connectionId, @Body io.psabridge.platform.web.Patch body) {
        body.allow(Set.of("credentials"));
        RequestCheck check = new RequestCheck();
        Credentials entered = ConnectRequest.credentials(body, check);
        check.verify();
        return view(service.rotate(caller.tenant(), caller.actor(), id(connectionId), entered));
    }

    /** Checks address, TLS, sign-in, client id and rights, in this order. */
    @Post("/{connectionId}/verify")
    @Allowed(Scope.ADMIN)
    HttpResponse<VerificationView> verify(
            Caller caller, HttpRequest<?> request, String connectionId) {
        return idempotency.once(
                caller,
                request,
                attempt ->
                        HttpResponse.ok(
                                VerificationView.of(
                                        service.verify(
                                                caller.tenant(),
                                                caller.actor(),
                                                id(connectionId)))));
    }

    /** Stops all writes to the PSA: notes wait, and reads still work. */
    @Post("/{connectionId}/pause")
    @Allowed(Scope.ADMIN)
    HttpResponse<ConnectionView> pause(Caller caller, HttpRequest<?> request, String connectionId) {
        return idempotency.once(
                caller,
                request,
                attempt ->
                        HttpResponse.ok(
                                view(
                                        service.pause(
                                                caller.tenant(),
                                                caller.actor(),
                                                id(connectionId)))));
    }

    /** Allows writes to the PSA again; the notes that wait are delivered. */
    @Post("/{connectionId}/resume")
    @Allowed(Scope.ADMIN)
    HttpResponse<ConnectionView> resume(
            Caller caller, HttpRequest<?> request, String connectionId) {
        return idempotency.once(
                caller,
                request,
                attempt ->
                        HttpResponse.ok(
                                view(
                                        service.resume(
                                                caller.tenant(),
                                                caller.actor(),
                                                id(connectionId)))));
    }

    /** Forgets the connection and destroys its credentials at once. */
    @Delete("/{connectionId}")
    @Allowed(Scope.ADMIN)
    @Status(HttpStatus.NO_CONTENT)
    void delete(Caller caller, String connectionId) {
        service.delete(caller.tenant(), caller.actor(), id(connectionId));
    }

    private ConnectionView view(Connection connection) {
        return views(connection.tenant(), List.of(connection)).getFirst();
    }

    private List<ConnectionView> views(TenantId tenant, List<Connection> all) {
        List<ConnectionId> ids = all.stream().map(Connection::id).toList();
        Map<ConnectionId, Integer> pending = pendingWrites.count(tenant, ids);
        Set<ConnectionId> told = callbacks.among(tenant, ids);
        return all.stream()
                .map(one ->
                        ConnectionView.of(
                                one,
                                connections.providerOf(one),
                                told.contains(one.id()),
                                pending.getOrDefault(one.id(), 0)))
                .toList();
    }

    private static ConnectionId id(String id) {
        return new ConnectionId(PathId.of(id, "connection"));
    }
}
