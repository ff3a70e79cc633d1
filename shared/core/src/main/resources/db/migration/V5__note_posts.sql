CREATE TABLE note_post (
    tenant_id       text        NOT NULL,
    id              text        NOT NULL,
    connection_id   text        NOT NULL,
    ticket_id       text        NOT NULL,
    link_id         text,
    sealed_text     bytea       NOT NULL,
    audience        text        NOT NULL CHECK (audience IN ('internal', 'discussion', 'resolution')),
    notify_customer boolean     NOT NULL,
    author_name     text,
    author_member   text,
    psa_note_id     text        NOT NULL,
    created_at      timestamptz NOT NULL,
    posted_at       timestamptz NOT NULL DEFAULT psa_bridge_now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);
CREATE INDEX note_post_by_ticket ON note_post (tenant_id, connection_id, ticket_id, id);

ALTER TABLE note_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_post FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON note_post USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT ON note_post TO psa_bridge_app;
