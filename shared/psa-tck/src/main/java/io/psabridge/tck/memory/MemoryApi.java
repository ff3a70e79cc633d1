package io.psabridge.tck.memory;

import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import io.psabridge.spi.PsaAccess;
import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.tck.KitFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one PSA in memory and turns what comes back into records or failures. */
final class MemoryApi {

    private static final int WHOLE = 100;

    private final @Nullable InMemoryPsa psa;
    private final PsaAccess access;
    private final Faults faults;

    MemoryApi(@Nullable InMemoryPsa psa, PsaAccess access, Faults faults) {
        this.psa = psa;
        this.access = access;
        this.faults = faults;
    }

    <T> T record(Ask ask, Function<Document, T> reading) {
        Answer answer = send(ask);
        if (answer instanceof Answer.One found) {
            return read(ask, () -> reading.apply(found.document()));
        }
        throw unreadable(ask, "a list in place of a record");
    }

    /** A page of a list that is ordered by id. */
    <T> Page<T> page(Ask ask, PageRequest page, Function<Document, T> reading) {
        @Nullable String after = page.after() == null ? null : Keys.checked(page.after());
        Ask asked =
                faults.has(KitFault.STOPS_AT_THE_DEFAULT_PAGE_SIZE)
                        ? ask
                        : ask.with("size", Integer.toString(page.size()));
        if (after != null) {
            asked = asked.with(byOffset() ? "offset" : "after", after);
        }
        if (after != null && faults.has(KitFault.DROPS_THE_FILTER_ON_PAGE_2)) {
            asked = new Ask(asked.operation(), without(asked.params(), "query"), asked.body());
        }
        Answer answer = send(asked);
        if (!(answer instanceof Answer.Listing listing)) {
            if (faults.has(KitFault.ERROR_BODY_AS_DATA)) {
                return new Page<>(List.of(), null);
            }
            throw unreadable(ask, "a record in place of a list");
        }
        if (listing.elsewhere() && faults.has(KitFault.KEYS_TO_ANOTHER_HOST)) {
            psa().front().reachElsewhere();
        }
        List<String> ids =
                read(ask, () -> listing.rows().stream().map(row -> row.text("id")).toList());
        if (after != null && !byOffset() && !faults.has(KitFault.LOOPS_FOREVER)) {
            Keys.goOn(ask, after, ids);
        }
        List<T> items = read(ask, () -> listing.rows().stream().map(reading).toList());
        boolean more =
                listing.more()
                        && !faults.has(KitFault.STOPS_AT_THE_DEFAULT_PAGE_SIZE)
                        && !(faults.has(KitFault.STOPS_ON_A_SHORT_PAGE)
                                && ids.size() < page.size());
        return new Page<>(items, more && !ids.isEmpty() ? next(after, ids) : null);
    }

    /** All of a list. */
    <T> List<T> whole(Ask ask, Function<Document, T> reading) {
        List<T> all = new ArrayList<>();
        PageRequest next = PageRequest.first(WHOLE);
        while (true) {
            Page<T> page = page(ask, next, reading);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            next = new PageRequest(page.next(), WHOLE);
        }
    }

    /** The key with which this PSA signs what it posts. */
    String signingKey() {
        return psa().signingKey();
    }

    private String next(@Nullable String after, List<String> ids) {
        return byOffset()
                ? Long.toString((after == null ? 0 : Long.parseLong(after)) + ids.size())
                : ids.getLast();
    }

    private boolean byOffset() {
        return faults.has(KitFault.SKIPS_A_ROW_THAT_MOVED) || faults.has(KitFault.REPEATS_A_ROW);
    }

    /** Sends once, and fails unless the answer is a record or a list. */
    private Answer send(Ask ask) {
        Answer answer = exchange(ask);
        boolean again =
                switch (answer) {
                    case Answer.Reset _ -> faults.has(KitFault.REPEATS_A_POST_AFTER_A_RESET);
                    case Answer.Failed failed when failed.status() == 429 ->
                            faults.has(KitFault.IGNORES_RETRY_AFTER);
                    case Answer.Failed failed when failed.status() < 500 ->
                            faults.has(KitFault.RETRIES_A_REFUSAL);
                    default -> false;
                };
        if (again) {
            answer = exchange(ask);
        }
        return switch (answer) {
            case Answer.One found -> found;
            case Answer.Listing found -> found;
            case Answer.Garbage garbage -> garbage(ask, garbage);
            case Answer.Reset _ -> throw failures(ask).reset();
            case Answer.Silence _ -> throw failures(ask).silence();
            case Answer.Redirect _ -> redirected(ask);
            case Answer.Failed failed -> failed(ask, failed);
        };
    }

    private Answer garbage(Ask ask, Answer.Garbage garbage) {
        if (faults.has(KitFault.ERROR_BODY_AS_DATA) && !ask.operation().isWrite()) {
            return new Answer.Listing(List.of(), false, false);
        }
        throw unreadable(ask, garbage.text().isEmpty() ? "nothing" : "no JSON");
    }

    private Answer redirected(Ask ask) {
        if (faults.has(KitFault.KEYS_TO_ANOTHER_HOST)) {
            psa().front().reachElsewhere();
        }
        throw unreadable(ask, "a way to another host");
    }

    private Answer failed(Ask ask, Answer.Failed failed) {
        if (failed.status() == 403
                && ask.operation().isList()
                && faults.has(KitFault.EMPTY_LIST_FOR_MISSING_RIGHT)) {
            return new Answer.Listing(List.of(), false, false);
        }
        throw failures(ask).failed(failed);
    }

    private Answer exchange(Ask ask) {
        Duration patience =
                faults.has(KitFault.HANGS) ? Duration.ofMinutes(5) : access.deadline().remaining();
        try {
            return psa().front().answer(ask, key(), patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures(ask).silence();
        }
    }

    private InMemoryPsa psa() {
        if (psa == null) {
            throw PsaException.of(PsaErrorCode.SITE_NOT_ALLOWED)
                    .message("There is no PSA at " + access.site().host())
                    .fix("Enter the host name of your PSA")
                    .build();
        }
        return psa;
    }

    private String key() {
        return access.credentials().require("key").expose();
    }

    private MemoryFailures failures(Ask ask) {
        return new MemoryFailures(ask, faults, faults.has(KitFault.SECRET_IN_MESSAGE) ? key() : "");
    }

    private PsaException unreadable(Ask ask, String found) {
        return failures(ask).unreadable(found);
    }

    private <T> T read(Ask ask, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Document.Unreadable noRecord) {
            throw unreadable(ask, String.valueOf(noRecord.getMessage()));
        }
    }

    private static Map<String, String> without(Map<String, String> params, String name) {
        Map<String, String> kept = new TreeMap<>(params);
        kept.remove(name);
        return kept;
    }
}
