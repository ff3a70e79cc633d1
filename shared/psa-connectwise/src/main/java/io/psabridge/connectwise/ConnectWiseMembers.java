package io.psabridge.connectwise;

import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Members;
import io.psabridge.spi.Page;
import io.psabridge.spi.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members at {@code /system/members}: the full list, for the light one has no addresses. */
final class ConnectWiseMembers implements Members {

    private static final String PATH = "/system/members";
    private static final String API_LICENCE = "A";

    private final ConnectWiseApi api;
    private final RowReader rows;

    ConnectWiseMembers(ConnectWiseApi api, RowReader rows) {
        this.api = api;
        this.rows = rows;
    }

    @Override
    public Page<Member> list(PageRequest page) {
        RowPage found = rows.page(ListQuery.of(PATH), page.after(), page.size());
        return new Page<>(
                found.rows().stream().map(ConnectWiseMembers::member).toList(), found.next());
    }

    @Override
    public Member get(Id<Member> id) {
        int number = Ids.number("memberId", id);
        WireReply answer = api.call(WireRequest.get(PATH + "/" + number));
        return answer.read(() -> member(answer.object()));
    }

    static Member member(WireObject row) {
        String identifier = row.text("identifier").orElse("");
        String name =
                Stream.of("firstName", "lastName")
                        .flatMap(part -> row.filled(part).stream())
                        .collect(Collectors.joining(" "));
        return new Member(
                Id.of(Integer.toString(row.id())),
                identifier,
                name.isEmpty() ? identifier : name,
                emails(row),
                !row.flag("inactiveFlag"),
                row.text("licenseClass").filter(API_LICENCE::equalsIgnoreCase).isPresent());
    }

    /** The primary address, then the one named as default, then all others; none twice. */
    private static List<String> emails(WireObject row) {
        String preferred = row.text("defaultEmail").orElse("").toLowerCase(Locale.ROOT) + "Email";
        List<String> addresses = new ArrayList<>();
        Stream.of("primaryEmail", preferred, "officeEmail", "mobileEmail", "homeEmail")
                .flatMap(field -> row.filled(field).stream())
                .map(String::strip)
                .filter(address -> address.contains("@"))
                .filter(address -> addresses.stream().noneMatch(address::equalsIgnoreCase))
                .forEach(addresses::add);
        return addresses;
    }
}
