package io.psabridge.spi;

import java.util.List;

/**
 * A person of the MSP who can sign in to the PSA.
 *
 * @param identifier the short sign-in name
 * @param emails every address the PSA has for the person, the default one first
 * @param api whether this is an API's own member and no person
 */
public record Member(
        Id<Member> id,
        String identifier,
        String name,
        List<String> emails,
        boolean active,
        boolean api) {

    public Member {
        emails = List.copyOf(emails);
    }
}
