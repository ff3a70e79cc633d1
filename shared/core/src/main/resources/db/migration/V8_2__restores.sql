-- When a tenant last came out of a backup: tickets that were made between the two are in the PSA only.
CREATE TABLE restored (
    tenant_id text        NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    at        timestamptz NOT NULL DEFAULT psa_bridge_now()
);

ALTER TABLE restored ENABLE ROW LEVEL SECURITY;
ALTER TABLE restored FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON restored USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE ON restored TO psa_bridge_app;
