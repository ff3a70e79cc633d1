package io.psabridge.tck.memory;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.tck.Operation;
import java.util.List;

/** Ids and page keys, before they are sent and after they came. */
final class Keys {

    private Keys() {}

    /** Fails unless this could be an id of a PSA in memory. */
    static String checked(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message("An id of this PSA is a number")
                    .build();
        }
        return id;
    }

    /** Fails when a page shows what the page before it had. */
    static void goOn(Ask ask, String after, List<String> ids) {
        boolean newestFirst = ask.operation() == Operation.LIST_TICKETS;
        long key = Long.parseLong(after);
        for (String id : ids) {
            long number = Long.parseLong(checked(id));
            if (newestFirst ? number >= key : number <= key) {
                throw PsaException.of(PsaErrorCode.UNEXPECTED_REPLY)
                        .message("The PSA ignored the key of the page")
                        .build();
            }
        }
    }
}
