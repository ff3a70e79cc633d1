package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;

/** Ids of different tables do not overlap by accident. */
final class FirstIds {

    private FirstIds() {}

    static void start(Site site) {
        site.startIds(Tables.TICKETS, 48_201);
        site.startIds(Tables.PROJECT_TICKETS, 47_310);
        site.startIds(Tables.NOTES, 90_200);
        site.startIds(Tables.COMPANIES, 250);
        site.startIds(Tables.CONTACTS, 1_207);
        site.startIds(Tables.SITES, 1_250);
        site.startIds(Tables.MEMBERS, 114);
        site.startIds(Tables.API_MEMBERS, 301);
        site.startIds(Tables.BOARDS, 21);
        site.startIds(Tables.CALLBACKS, 26_550);
        site.startIds(Tables.TIME_ENTRIES, 7_001);
        site.startIds(Tables.SCHEDULE_ENTRIES, 9_001);
        site.startIds(Tables.DOCUMENTS, 5_501);
        site.startIds(Tables.CONFIGURATIONS, 76);
    }
}
