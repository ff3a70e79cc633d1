package io.psabridge.spi;

/** The members of one PSA. */
public interface Members {

    /** Lists all, inactive ones too, by id. */
    Page<Member> list(PageRequest page);

    /** Fails with NOT_FOUND if there is no such member. */
    Member get(Id<Member> id);
}
