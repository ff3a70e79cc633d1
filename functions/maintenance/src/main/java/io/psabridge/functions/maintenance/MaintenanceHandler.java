package io.psabridge.functions.maintenance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import io.psabridge.platform.config.BridgeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The tasks as a Lambda function: {@code {"task": "migrate"}}. */
public final class MaintenanceHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream request, OutputStream answer, Context context)
            throws IOException {
        BridgeSettings settings = BridgeSettings.from(System.getenv());
        JSON.std.write(MaintenanceTask.run(settings, JSON.std.mapFrom(request)), answer);
    }
}
