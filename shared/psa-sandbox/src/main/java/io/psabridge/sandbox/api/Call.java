package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.FaultEffect;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Site;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody who signed in.
 *
 * @param path what follows {@code /apis/3.0/}, without a slash at either end
 * @param ids the numbers in the path, in order
 * @param segments the parts of the path
 * @param effect the fault to play, when it is one of the data
 */
record Call(
        Request request,
        ApiKey key,
        String path,
        List<String> segments,
        List<Long> ids,
        Map<String, String> query,
        FaultEffect effect) {

    Site site() {
        return key.site();
    }

    @Nullable String query(String name) {
        return query.get(name);
    }

    long id() {
        return ids.getLast();
    }

    long parentId() {
        return ids.getFirst();
    }

    /** Where the caller reached us. */
    String origin() {
        String host = request.header("Host");
        return host.isEmpty() ? site().origin() : "http://" + host;
    }
}
