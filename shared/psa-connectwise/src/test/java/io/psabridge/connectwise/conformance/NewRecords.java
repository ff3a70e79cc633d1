package io.psabridge.connectwise.conformance;

import io.psabridge.sandbox.SandboxCompany;
import io.psabridge.sandbox.data.Tables;
import io.psabridge.sandbox.json.Json;
import io.psabridge.spi.Board;
import io.psabridge.spi.Company;
import io.psabridge.spi.Contact;
import io.psabridge.spi.Id;
import io.psabridge.spi.Member;
import io.psabridge.spi.Status;
import io.psabridge.spi.TicketField;
import java.util.List;

/** Puts all but tickets into a company of the sandbox, behind the API's back. */
final class NewRecords {

    private final SandboxCompany company;
    private final SandboxRecords records;

    NewRecords(SandboxCompany company) {
        this.company = company;
        this.records = new SandboxRecords(company);
    }

    Id<Member> member(String name, String email, boolean active) {
        String[] names = name.split(" ", 2);
        return Id.of(
                records.add(
                        Tables.MEMBERS,
                        "identifier",
                        "m" + company.records(Tables.MEMBERS).size(),
                        "firstName",
                        names[0],
                        "lastName",
                        names.length > 1 ? names[1] : "",
                        "primaryEmail",
                        email,
                        "officeEmail",
                        email,
                        "defaultEmail",
                        "Office",
                        "licenseClass",
                        "F",
                        "inactiveFlag",
                        !active));
    }

    Id<Company> company(String name) {
        return Id.of(
                records.add(
                        Tables.COMPANIES,
                        "name",
                        name,
                        "identifier",
                        "kit" + company.records(Tables.COMPANIES).size(),
                        "deletedFlag",
                        false));
    }

    Id<Contact> contact(String first, String last, String email, Id<Company> customer) {
        return Id.of(
                records.add(
                        Tables.CONTACTS,
                        "firstName",
                        first,
                        "lastName",
                        last,
                        "company",
                        records.reference(TicketField.COMPANY, customer.value()),
                        "inactiveFlag",
                        false,
                        "communicationItems",
                        List.of(
                                Json.object(
                                        "id",
                                        1L,
                                        "value",
                                        email,
                                        "communicationType",
                                        "Email",
                                        "defaultFlag",
                                        true))));
    }

    Id<Board> board(String name) {
        return Id.of(
                records.add(
                        Tables.BOARDS, "name", name, "inactiveFlag", false, "projectFlag", false));
    }

    Id<Status> status(Id<Board> board, String name, boolean closed) {
        return Id.of(
                records.add(
                        Tables.STATUSES,
                        "name",
                        name,
                        "board",
                        records.reference(TicketField.BOARD, board.value()),
                        "sortOrder",
                        50L,
                        "inactive",
                        false,
                        "closedStatus",
                        closed,
                        "defaultFlag",
                        false));
    }
}
