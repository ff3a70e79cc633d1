package io.psabridge.connectwise;

import io.psabridge.spi.Callbacks;
import io.psabridge.spi.Directory;
import io.psabridge.spi.Members;
import io.psabridge.spi.Notes;
import io.psabridge.spi.Psa;
import io.psabridge.spi.Statuses;
import io.psabridge.spi.Tickets;
import io.psabridge.spi.Verification;

/** One tenant's ConnectWise. */
final class ConnectWisePsa implements Psa {

    private final ConnectWiseApi api;
    private final RowReader rows;

    ConnectWisePsa(ConnectWiseApi api) {
        this.api = api;
        this.rows = new RowReader(api);
    }

    @Override
    public Verification verify() {
        return new Verifier(api).verify();
    }

    @Override
    public Tickets tickets() {
        return new ConnectWiseTickets(api, rows);
    }

    @Override
    public Notes notes() {
        return new ConnectWiseNotes(api, rows);
    }

    @Override
    public Statuses statuses() {
        return new ConnectWiseStatuses(api, rows, new ConnectWiseTickets(api, rows));
    }

    @Override
    public Members members() {
        return new ConnectWiseMembers(api, rows);
    }

    @Override
    public Directory directory() {
        return new ConnectWiseDirectory(api, rows);
    }

    @Override
    public Callbacks callbacks() {
        return new ConnectWiseCallbacks(api, rows);
    }
}
