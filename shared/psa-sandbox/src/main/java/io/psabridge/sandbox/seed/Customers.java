package io.psabridge.sandbox.seed;

import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Forty companies with a site each, and their 120 people. All names are invented. */
final class Customers {

    static final long FIRST_COMPANY = 250;
    static final int COMPANIES = 40;
    static final long FIRST_CONTACT = 1_207;
    static final int CONTACTS = 120;

    private static final long SEED = 4_711;
    private static final String[] NAMES = {
        "Kettle & Sons",
        "Żółta Łódka Sp. z o.o.",
        "株式会社ほしぞら雑貨",
        "O'Dell \"Twins\" Bakery",
        "Pinewick Dental",
        "Harrowgate Freight",
        "Blue Heron Optics",
        "Copperfold Brewing",
        "Marlstone Legal",
        "Tidewater Clinics",
        "Ashgrove Primary School",
        "Nimbus Kites",
        "Quarrybrook Cement",
        "Saltmarsh Theatre",
        "Fennel & Thyme Catering",
        "Ironbark Timber",
        "Lumen Opera House",
        "Wexcombe Parish Council",
        "Brightwater Pools",
        "Café Übersee GmbH",
        "Северный Маяк",
        "Oakhurst Veterinary",
        "Silverpine Realty",
        "Drumlin Farms",
        "Pebble Bank",
        "Corvid Cycles",
        "Moorland Radio",
        "Glasshouse Florists",
        "Thistledown Textiles",
        "Anchor Row Hostel",
        "Peregrine Surveyors",
        "Velvet Fig Records",
        "Stonecrop Landscaping",
        "Halcyon Physiotherapy",
        "Juniper Lane Books",
        "Redcliff Marina",
        "Tallow & Wick",
        "Northfen Water Board",
        "Sundial Watches",
        "Gone & Co (closed 2023)"
    };
    private static final String[] FIRST_NAMES = {
        "Marta", "Juniper", "Нина", "さくら", "Aurelio", "Bronwyn", "Chidi", "Delphine", "Eskil",
                "Fatima",
        "Gareth", "Hedda", "Ivo", "Jacinta", "Kofi", "Linnea", "Mateus", "Noor", "Orla", "Petra"
    };
    private static final String[] LAST_NAMES = {
        "Kettle",
        "Vale",
        "Речная",
        "星野",
        "Bramble",
        "Castellan",
        "Dunmore",
        "Eberhart",
        "Foxglove",
        "Greaves",
        "Hollis",
        "Inverarity",
        "Jessop",
        "Kilbride",
        "Lindqvist",
        "Merriweather",
        "Noakes",
        "Oyelaran",
        "Penhaligon",
        "Quennell"
    };
    private static final String[] STREETS = {
        "Samovar Lane",
        "Tannery Row",
        "Beacon Hill",
        "Cooper's Yard",
        "Mill Pond Road",
        "Lark Street"
    };
    private static final String[] TOWNS = {"Spoutford", "Little Harbour", "Eastmere", "Cragton"};

    private Customers() {}

    static void settle(Site site) {
        Shelf shelf = new Shelf(site);
        Random random = new Random(SEED);
        for (int i = 0; i < COMPANIES; i++) {
            company(shelf, i, random);
        }
        for (int i = 0; i < CONTACTS; i++) {
            contact(shelf, i, random);
        }
    }

    private static void company(Shelf shelf, int number, Random random) {
        long id = FIRST_COMPANY + number;
        String identifier = identifier(number);
        shelf.put(Tables.SITES, id + 1_000, "name", "Main");
        boolean gone = number == COMPANIES - 1;
        Map<String, Object> company =
                Json.object(
                        "identifier",
                        identifier,
                        "name",
                        NAMES[number],
                        "status",
                        shelf.to("CompanyStatusReference", gone ? 2 : 1),
                        "addressLine1",
                        1 + random.nextInt(120) + " " + pick(STREETS, random),
                        "city",
                        pick(TOWNS, random),
                        "state",
                        "TX",
                        "zip",
                        fiveDigits(10 + random.nextInt(900)),
                        "country",
                        Json.object("id", 1L, "name", "United States"),
                        "phoneNumber",
                        "55501" + fiveDigits(number),
                        "faxNumber",
                        "",
                        "website",
                        identifier.toLowerCase(Locale.ROOT) + ".example",
                        "territory",
                        shelf.to("SystemLocationReference", 38),
                        "dateAcquired",
                        "2018-02-03T00:00:00Z",
                        "annualRevenue",
                        0.0,
                        "numberOfEmployees",
                        4L + random.nextInt(200),
                        "leadFlag",
                        false,
                        "unsubscribeFlag",
                        false,
                        "deletedFlag",
                        gone,
                        "isVendorFlag",
                        false,
                        "types",
                        number % 7 == 6 ? List.of() : List.of(shelf.to("CompanyTypeReference", 1)),
                        "site",
                        shelf.to("SiteReference", id + 1_000),
                        "integratorTags",
                        List.of());
        shelf.put(Tables.COMPANIES, id, company);
    }

    private static void contact(Shelf shelf, int number, Random random) {
        long id = FIRST_CONTACT + number;
        long company = companyOf(id);
        String first = FIRST_NAMES[number % FIRST_NAMES.length];
        String last = LAST_NAMES[(number * 7 + number / 20) % LAST_NAMES.length];
        String mail =
                "contact"
                        + number
                        + "@"
                        + identifier((int) (company - FIRST_COMPANY)).toLowerCase(Locale.ROOT)
                        + ".example";
        List<Object> items = new ArrayList<>();
        items.add(
                Json.object(
                        "id",
                        id * 10,
                        "type",
                        shelf.to("CommunicationTypeReference", 1),
                        "value",
                        mail,
                        "defaultFlag",
                        true,
                        "domain",
                        mail.substring(mail.indexOf('@')),
                        "communicationType",
                        "Email"));
        items.add(
                Json.object(
                        "id",
                        id * 10 + 9,
                        "type",
                        shelf.to("CommunicationTypeReference", 2),
                        "value",
                        "55502" + fiveDigits(random.nextInt(100_000)),
                        "extension",
                        "7",
                        "defaultFlag",
                        true,
                        "communicationType",
                        "Phone"));
        shelf.put(
                Tables.CONTACTS,
                id,
                "firstName",
                first,
                "lastName",
                last,
                "company",
                shelf.to("CompanyReference", company),
                "site",
                shelf.to("SiteReference", company + 1_000),
                "inactiveFlag",
                number % 40 == 39,
                "title",
                "",
                "defaultFlag",
                number % 3 == 0,
                "communicationItems",
                items,
                "types",
                List.of(),
                "integratorTags",
                List.of(),
                "ignoreDuplicates",
                false);
    }

    /** Three contacts a company, in order. */
    static long companyOf(long contact) {
        return FIRST_COMPANY + (contact - FIRST_CONTACT) / 3;
    }

    private static String identifier(int number) {
        String ascii = NAMES[number].replaceAll("[^A-Za-z]", "");
        return ascii.length() < 4
                ? "Customer" + number
                : ascii.substring(0, Math.min(20, ascii.length()));
    }

    private static String fiveDigits(int number) {
        return String.valueOf(100_000 + number).substring(1);
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
