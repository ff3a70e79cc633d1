-- Keys that were tried in the last 15 minutes, so that nobody tries them one after the other.
CREATE TABLE guess (
    tenant_id text        NOT NULL,
    id        text        NOT NULL,
    server    text        NOT NULL,
    at        timestamptz NOT NULL DEFAULT psa_bridge_now(),
    -- null until it is known
    refused   boolean,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX guess_latest ON guess (tenant_id, at);

ALTER TABLE guess ENABLE ROW LEVEL SECURITY;
ALTER TABLE guess FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON guess USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON guess TO psa_bridge_app;
