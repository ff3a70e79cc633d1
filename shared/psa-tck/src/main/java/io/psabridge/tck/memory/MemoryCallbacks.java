package io.psabridge.tck.memory;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Id;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.Secret;
import io.psabridge.tck.KitFault;
import io.psabridge.tck.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Callbacks of a PSA in memory. */
final class MemoryCallbacks implements Callbacks {

    private final MemoryApi api;
    private final Faults faults;

    MemoryCallbacks(MemoryApi api, Faults faults) {
        this.api = api;
        this.faults = faults;
    }

    @Override
    public Registration register(Topic topic, URI url) {
        return list(String.valueOf(url.getHost())).stream()
                .filter(there -> there.topic() == topic && there.url().equals(url))
                .findFirst()
                .orElseGet(() -> registered(topic, url));
    }

    @Override
    public List<Registration> list(String host) {
        String query = new Conditions(faults).contains("url", host);
        return api.whole(
                Ask.to(Operation.LIST_CALLBACKS).with("query", query),
                MemoryCallbacks::registration);
    }

    @Override
    public void remove(Id<Registration> id) {
        Ask ask = Ask.to(Operation.REMOVE_CALLBACK).with("id", Keys.checked(id.value()));
        try {
            api.record(ask, MemoryCallbacks::registration);
        } catch (PsaException failure) {
            if (failure.code() != PsaErrorCode.NOT_FOUND) {
                throw failure;
            }
        }
    }

    @Override
    public Event verify(Message message, SigningKeys keys) {
        if (!faults.has(KitFault.FORGED_CALLBACK_ACCEPTED) && !isSigned(message, keys)) {
            throw PsaException.of(PsaErrorCode.UNAUTHENTICATED)
                    .message("The message is not signed by this PSA")
                    .build();
        }
        return MemoryMessage.read(message).event();
    }

    private boolean isSigned(Message message, SigningKeys keys) {
        Optional<Secret> known = keys.known();
        if (known.isPresent() && MemoryMessage.isSigned(message, known.get().expose())) {
            return true;
        }
        if (!keys.mayFetch()) {
            if (known.isPresent()) {
                return false;
            }
            throw PsaException.of(PsaErrorCode.UNAVAILABLE)
                    .message("The signing key was asked for just now")
                    .build();
        }
        boolean signed = MemoryMessage.isSigned(message, api.signingKey());
        if (signed) {
            keys.keep(new Secret(api.signingKey()));
        }
        return signed;
    }

    private Registration registered(Topic topic, URI url) {
        Ask ask =
                Ask.to(Operation.REGISTER_CALLBACK)
                        .sending("topic", topic.name())
                        .sending("url", url.toString());
        return api.record(ask, MemoryCallbacks::registration);
    }

    private static Registration registration(Document row) {
        return new Registration(
                Id.of(row.text("id")),
                Topic.valueOf(row.text("topic")),
                URI.create(row.text("url")),
                row.flag("active"));
    }
}
