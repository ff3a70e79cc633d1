-- Whose connection a callback's address means. Whoever looks for it sees this of all tenants, and no content.
CREATE TABLE route (
    tenant_id           text  NOT NULL,
    connection_id       text  NOT NULL,
    callback_token_hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, connection_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);
CREATE INDEX route_by_token ON route (callback_token_hash);

-- Of what the PSA was asked to tell, and whether it does.
CREATE TABLE callback_registration (
    tenant_id     text        NOT NULL,
    connection_id text        NOT NULL,
    topic         text        NOT NULL CHECK (topic IN ('ticket', 'member')),
    stands        boolean     NOT NULL,
    checked_at    timestamptz NOT NULL DEFAULT psa_bridge_now(),
    PRIMARY KEY (tenant_id, connection_id, topic),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);

-- The key that a connection's messages are signed with.
CREATE TABLE callback_key (
    tenant_id          text        NOT NULL,
    connection_id      text        NOT NULL,
    -- under the data key of the connection's credentials of this version; with another version it is lost
    sealed_key         bytea,
    credential_version integer,
    -- until then the PSA is not asked for it
    rests_until        timestamptz NOT NULL DEFAULT psa_bridge_now(),
    PRIMARY KEY (tenant_id, connection_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id),
    CHECK ((sealed_key IS NULL) = (credential_version IS NULL))
);

-- Messages that were taken: one that comes again is known.
CREATE TABLE callback_message (
    tenant_id     text        NOT NULL,
    connection_id text        NOT NULL,
    -- of the id that the PSA gave it
    message_hash  bytea       NOT NULL,
    topic         text        NOT NULL CHECK (topic IN ('ticket', 'member')),
    record_id     text        NOT NULL,
    seq           bigint      GENERATED ALWAYS AS IDENTITY,
    taken_at      timestamptz NOT NULL DEFAULT psa_bridge_now(),
    PRIMARY KEY (tenant_id, connection_id, message_hash),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);
CREATE INDEX callback_message_by_record ON callback_message (tenant_id, connection_id, topic, record_id, seq);
CREATE INDEX callback_message_by_age ON callback_message (tenant_id, taken_at);

-- How far a connection's changed tickets were read, by its PSA's own times.
CREATE TABLE callback_sweep (
    tenant_id     text        NOT NULL,
    connection_id text        NOT NULL,
    swept_until   timestamptz NOT NULL,
    -- of a sweep that is not at its end: the last page's key, and where the next sweep begins
    page_after    text,
    begins_next   timestamptz,
    PRIMARY KEY (tenant_id, connection_id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);

ALTER TABLE route ENABLE ROW LEVEL SECURITY;
ALTER TABLE route FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON route USING (tenant_id = psa_bridge_tenant());
CREATE POLICY dispatcher_sees_routes ON route FOR SELECT TO psa_bridge_dispatcher USING (true);
ALTER TABLE callback_registration ENABLE ROW LEVEL SECURITY;
ALTER TABLE callback_registration FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON callback_registration USING (tenant_id = psa_bridge_tenant());
ALTER TABLE callback_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE callback_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON callback_key USING (tenant_id = psa_bridge_tenant());
ALTER TABLE callback_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE callback_message FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON callback_message USING (tenant_id = psa_bridge_tenant());
ALTER TABLE callback_sweep ENABLE ROW LEVEL SECURITY;
ALTER TABLE callback_sweep FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON callback_sweep USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON route, callback_registration, callback_key, callback_message, callback_sweep
    TO psa_bridge_app;
GRANT SELECT ON route TO psa_bridge_dispatcher;

-- What waits in the lists of changed tickets is looked for by connection and ticket.
CREATE INDEX ticket_link_by_ticket ON ticket_link (tenant_id, connection_id, ticket_id);

-- Connections that are there already are swept from now on, not all of them at once.
ALTER TABLE connection NO FORCE ROW LEVEL SECURITY;
ALTER TABLE work NO FORCE ROW LEVEL SECURITY;
INSERT INTO work (tenant_id, id, connection_id, kind, subject_id, due_at)
    SELECT tenant_id, 'wk_sweep_' || id, id, 'callback.sweep', 'tickets', psa_bridge_now() + random() * interval '5 minutes'
    FROM connection WHERE deleted_at IS NULL;
ALTER TABLE connection FORCE ROW LEVEL SECURITY;
ALTER TABLE work FORCE ROW LEVEL SECURITY;
