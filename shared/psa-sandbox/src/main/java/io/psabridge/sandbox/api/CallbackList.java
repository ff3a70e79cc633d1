package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.Switch;

/** Registered callbacks: all, or the caller's own. */
final class CallbackList {

    private final Lists all;

    CallbackList(Kind kind) {
        all = new Lists(kind);
    }

    Answer list(Call call) {
        if (call.site().is(Switch.CALLBACK_LIST, "all")) {
            return all.list(call);
        }
        long me = call.key().memberId();
        return all.only(row -> Records.number(row.members(), "memberId") == me).list(call);
    }
}
