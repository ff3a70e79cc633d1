package io.psabridge.sandbox.api;

/** What an endpoint does with a call. */
@FunctionalInterface
interface Operation {

    Answer run(Call call);
}
