-- Who tried to do what to a tenant's things, and how it ended. The runtime role adds rows and reads them; it can
-- neither change nor remove one.
CREATE TABLE audit_event (
    tenant_id     text        NOT NULL REFERENCES tenant (tenant_id),
    id            text        NOT NULL,
    at            timestamptz NOT NULL DEFAULT psa_bridge_now(),
    actor_sub     text        NOT NULL,
    actor_via     text        NOT NULL CHECK (actor_via IN ('api', 'page', 'agent', 'system')),
    action        text        NOT NULL,
    subject_type  text        NOT NULL,
    subject_id    text,
    -- as the caller named it: it may never have been there
    connection_id text,
    outcome       text        NOT NULL CHECK (outcome IN ('ok', 'refused', 'failed')),
    code          text,
    request_id    text        NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_event_newest ON audit_event (tenant_id, at, id);
CREATE INDEX audit_event_of_connection ON audit_event (tenant_id, connection_id, at, id);

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_event USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT ON audit_event TO psa_bridge_app;
