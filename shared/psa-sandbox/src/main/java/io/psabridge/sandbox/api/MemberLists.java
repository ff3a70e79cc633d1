package io.psabridge.sandbox.api;

import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Tables;
import java.util.LinkedHashMap;
import java.util.Map;

/** The full list of members, which may hold API members, and the light one without addresses. */
final class MemberLists {

    private static final String API_CLASS = "A";

    private final Lists full;
    private final Lists people;
    private final Lists open;
    private final Lists governed;

    MemberLists(Kinds kinds) {
        full = new Lists(kinds.members);
        people = new Lists(kinds.members).only(MemberLists::isPerson);
        Kind light =
                new Kind(
                        Tables.MEMBERS,
                        Models.of("MemberInfo"),
                        "Member",
                        "member",
                        null,
                        false,
                        null,
                        Rules.NONE);
        Kind guarded =
                new Kind(
                        Tables.MEMBERS,
                        light.model(),
                        "Member",
                        "member",
                        RoleItem.MEMBER_MAINTENANCE,
                        false,
                        null,
                        Rules.NONE);
        open = new Lists(light).only(MemberLists::isPerson).shownAs(MemberLists::lightRow);
        governed = new Lists(guarded).only(MemberLists::isPerson).shownAs(MemberLists::lightRow);
    }

    Answer list(Call call) {
        return fullFor(call).list(call);
    }

    Answer count(Call call) {
        return fullFor(call).count(call);
    }

    Answer light(Call call) {
        return lightFor(call).list(call);
    }

    Answer lightCount(Call call) {
        return lightFor(call).count(call);
    }

    private Lists fullFor(Call call) {
        return call.site().is(Switch.API_MEMBERS, "listed") ? full : people;
    }

    private Lists lightFor(Call call) {
        return call.site().is(Switch.LIGHT_MEMBERS, "governed") ? governed : open;
    }

    private static boolean isPerson(Row row) {
        return !Records.text(row.members(), "licenseClass").equals(API_CLASS);
    }

    private static Row lightRow(Row row) {
        Map<String, Object> member = row.members();
        Map<String, Object> light = new LinkedHashMap<>();
        light.put("id", row.id());
        light.put("identifier", Records.text(member, "identifier"));
        light.put("firstName", Records.text(member, "firstName"));
        light.put("middleInitial", Records.text(member, "middleInitial"));
        light.put("lastName", Records.text(member, "lastName"));
        light.put(
                "fullName",
                (Records.text(member, "firstName") + " " + Records.text(member, "lastName"))
                        .strip());
        light.put("defaultEmail", Records.text(member, "defaultEmail"));
        light.put("licenseClass", Records.text(member, "licenseClass"));
        light.put("inactiveFlag", Records.flag(member, "inactiveFlag"));
        String self = "/v4_6_release/apis/3.0//system/members/" + row.id();
        light.put("_info", Map.of("member_href", self));
        return new Row(row.id(), light);
    }
}
