package io.psabridge.connectwise;

import java.util.Map;
import java.util.Optional;

/** The transcripts that say nothing about this provider, each with the reason. */
final class Skips {

    private static final String LATER = "this part of ConnectWise is not offered yet: ";

    private static final Map<String, String> BY_OPERATION =
            Map.ofEntries(
                    Map.entry("directory.communicationTypes", LATER + "communication types"),
                    Map.entry("companies.create", LATER + "creating companies"),
                    Map.entry("contacts.create", LATER + "creating contacts"),
                    Map.entry("members.me", LATER + "who am I"),
                    Map.entry("configurations.attach", LATER + "configurations"),
                    Map.entry("attachments.add", LATER + "documents"),
                    Map.entry("attachments.list", LATER + "documents"),
                    Map.entry("timeEntries.list", LATER + "time entries"),
                    Map.entry("timeEntries.add", LATER + "time entries"),
                    Map.entry("scheduleEntries.add", LATER + "schedule entries"),
                    Map.entry("tickets.count", LATER + "counting"),
                    Map.entry("tickets.update (custom field)", LATER + "custom fields"),
                    Map.entry("securityRoles.list", LATER + "security roles"),
                    Map.entry("permissions.report", LATER + "the least-privilege report"),
                    Map.entry(
                            "directory.serviceLocations",
                            "locations are those of /system/locations, not of the service desk"),
                    Map.entry("members.sync", "a sync is no call of a provider"),
                    Map.entry("members.get", "members are asked for by number, not identifier"));

    private static final Map<String, String> BY_NAME =
            Map.of(
                    "notes-list-allnotes",
                    "a ticket's own notes are read, not allNotes",
                    "members-info-light",
                    "the full list of members is read, for the light one has no addresses",
                    "members-api-members",
                    "API members are told by the licence class in the full list; see MembersTest",
                    "paging-forward-only",
                    "lists are read by key, which every endpoint knows",
                    "tickets-patch-clear-text",
                    "no text of a ticket can be cleared: a summary is never empty");

    private Skips() {}

    static Optional<String> reason(Transcript transcript) {
        return Optional.ofNullable(BY_NAME.get(transcript.name()))
                .or(() -> Optional.ofNullable(BY_OPERATION.get(transcript.operation())));
    }
}
