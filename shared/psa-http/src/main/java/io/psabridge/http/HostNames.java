package io.psabridge.http;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells host names and addresses in their one plain spelling from everything else. */
final class HostNames {

    private static final Pattern LABELS =
            Pattern.compile(
                    "(?!.{254})[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
                            + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
                    Pattern.CASE_INSENSITIVE);

    /** A last label that some parsers take for a part of an IPv4 address. */
    private static final Pattern ENDS_IN_NUMBER =
            Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

    private static final String BYTE = "(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 =
            Pattern.compile("\\[[0-9a-f:.]{2,45}]", Pattern.CASE_INSENSITIVE);

    private HostNames() {}

    static boolean isWellFormed(String host) {
        if (host.startsWith("[")) {
            return IPV6.matcher(host).matches() && isLiteral(host);
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            return IPV4.matcher(host).matches();
        }
        return LABELS.matcher(host).matches();
    }

    /** Of a well-formed host: whether it is an address and no name. */
    static boolean isAddress(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    /** The spelling that is looked up and certified, of a name that the client shows in Unicode. */
    static String ascii(String host) {
        return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    }

    private static boolean isLiteral(String bracketed) {
        try {
            InetAddress.ofLiteral(bracketed.substring(1, bracketed.length() - 1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
