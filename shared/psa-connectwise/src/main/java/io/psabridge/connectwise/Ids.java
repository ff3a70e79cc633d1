package io.psabridge.connectwise;

import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import java.util.List;

/** ConnectWise's ids: whole numbers from 1 to 2,147,483,647, checked before they go anywhere. */
final class Ids {

    private Ids() {}

    static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        long number = Long.parseLong(text);
        return number > 0 && number <= Integer.MAX_VALUE;
    }

    static int number(String field, Id<?> id) {
        return number(field, id.value());
    }

    /** Fails with INVALID_REQUEST, naming the field. */
    static int number(String field, String text) {
        if (!isNumber(text)) {
            throw PsaException.of(PsaErrorCode.INVALID_REQUEST)
                    .message(field + " is no ConnectWise id")
                    .fix("A ConnectWise id is a number such as 250")
                    .errors(List.of(new PsaException.FieldError(field, "is not a number")))
                    .build();
        }
        return Integer.parseInt(text);
    }
}
