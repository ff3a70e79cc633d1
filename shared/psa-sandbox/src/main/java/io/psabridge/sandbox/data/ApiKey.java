package io.psabridge.sandbox.data;

import io.psabridge.sandbox.control.Rights;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An API member of a company with its key pair and rights. Prints no key. */
public final class ApiKey {

    private final Site site;
    private final long memberId;
    private final String identifier;
    private final String publicKey;
    private final String privateKey;
    private volatile Rights rights;
    private volatile boolean revoked;

    ApiKey(
            Site site,
            long memberId,
            String identifier,
            String publicKey,
            String privateKey,
            Rights rights) {
        this.site = site;
        this.memberId = memberId;
        this.identifier = identifier;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.rights = rights;
    }

    public Site site() {
        return site;
    }

    public long memberId() {
        return memberId;
    }

    public String identifier() {
        return identifier;
    }

    public String publicKey() {
        return publicKey;
    }

    public String privateKey() {
        return privateKey;
    }

    public Rights rights() {
        return rights;
    }

    public void rights(Rights changed) {
        rights = changed;
    }

    public boolean revoked() {
        return revoked;
    }

    public void revoked(boolean now) {
        revoked = now;
    }

    /** The Authorization header that these keys make. */
    public String authorization() {
        String pair = site.id() + "+" + publicKey + ":" + privateKey;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ApiKey[" + site.id() + ", " + identifier + "]";
    }
}
