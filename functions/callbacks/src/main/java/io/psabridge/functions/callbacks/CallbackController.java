package io.psabridge.functions.callbacks;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.psabridge.core.callback.CallbackService;
import io.psabridge.platform.web.AnyQuery;
import io.psabridge.platform.web.RawBody;
import io.psabridge.platform.web.SecretPath;
import io.psabridge.spi.Callbacks.Message;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Where PSAs post that something changed. Query and body are theirs; the token is in the path. */
@Controller("/v1/callbacks")
final class CallbackController {

    private final CallbackService callbacks;

    CallbackController(CallbackService callbacks) {
        this.callbacks = callbacks;
    }

    /** Takes a message of a PSA: it is stored now and followed later. */
    @Post("/{connectionId}/{token}")
    @Consumes(MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @AnyQuery
    @SecretPath
    void take(HttpRequest<?> request, String connectionId, String token) {
        Message message = new Message(headers(request), RawBody.of(request));
        callbacks.take(connectionId, token, message);
    }

    private static Map<String, String> headers(HttpRequest<?> request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders()
                .forEach((name, values) -> {
                    if (!values.isEmpty()) {
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
                    }
                });
        return headers;
    }
}
