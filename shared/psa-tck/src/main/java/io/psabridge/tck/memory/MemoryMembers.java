package io.psabridge.tck.memory;

import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Members;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.tck.Operation;

/** Members of a PSA in memory. */
final class MemoryMembers implements Members {

    private final MemoryApi api;
    private final Reading reading;

    MemoryMembers(MemoryApi api, Reading reading) {
        this.api = api;
        this.reading = reading;
    }

    @Override
    public Page<Member> list(PageRequest page) {
        return api.page(Ask.to(Operation.LIST_MEMBERS), page, reading::member);
    }

    @Override
    public Member get(Id<Member> id) {
        return api.record(
                Ask.to(Operation.READ_MEMBER).with("id", Keys.checked(id.value())),
                reading::member);
    }
}
