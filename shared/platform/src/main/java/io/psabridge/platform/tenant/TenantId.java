package io.psabridge.platform.tenant;

import java.util.regex.Pattern;

/** One tenant: 1 to 128 characters of {@code [A-Za-z0-9._:-]}. */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    public TenantId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A tenant id has 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
