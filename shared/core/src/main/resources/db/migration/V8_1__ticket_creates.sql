-- What was done to make a ticket that carries a key. Stored before anything is sent; the marker, a
-- hash, travels to the PSA.
CREATE TABLE ticket_create (
    tenant_id     text        NOT NULL,
    connection_id text        NOT NULL,
    marker        text        NOT NULL,
    -- by the caller's dedupe key, which holds while the ticket is open; else by an idempotency key
    deduplicates  boolean     NOT NULL,
    reserved_id   text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('attempted', 'made')),
    attempt       integer     NOT NULL,
    started_at    timestamptz NOT NULL,
    -- until then "it is not there" is not to be believed
    settle_until  timestamptz NOT NULL,
    -- made: the ticket; attempted: one that the key named before
    ticket_id     text,
    PRIMARY KEY (tenant_id, connection_id, marker),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id),
    CHECK (state = 'attempted' OR ticket_id IS NOT NULL)
);

ALTER TABLE ticket_create ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_create FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON ticket_create USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON ticket_create TO psa_bridge_app;
