CREATE TABLE ticket_link (
    tenant_id      text        NOT NULL,
    id             text        NOT NULL,
    connection_id  text        NOT NULL,
    ticket_id      text        NOT NULL,
    record_type    text        NOT NULL,
    record_id      text        NOT NULL,
    record_title   text,
    record_url     text,
    -- the ticket as it was when last read
    ticket_summary text        NOT NULL,
    ticket_status  jsonb,
    ticket_closed  boolean     NOT NULL,
    ticket_company jsonb,
    ticket_url     text        NOT NULL,
    refreshed_at   timestamptz NOT NULL,
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT psa_bridge_now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);
CREATE UNIQUE INDEX ticket_link_once ON ticket_link (tenant_id, connection_id, ticket_id, record_type, record_id);
CREATE INDEX ticket_link_by_record ON ticket_link (tenant_id, record_type, record_id);

ALTER TABLE ticket_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON ticket_link USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON ticket_link TO psa_bridge_app;
