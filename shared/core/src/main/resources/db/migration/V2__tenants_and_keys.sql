CREATE TABLE tenant (
    tenant_id     text        NOT NULL PRIMARY KEY CHECK (tenant_id ~ '^[A-Za-z0-9._:-]{1,128}$'),
    first_seen_at timestamptz NOT NULL DEFAULT psa_bridge_now()
);

-- The data key under which a tenant's note texts are sealed; outlives its connections.
CREATE TABLE tenant_key (
    tenant_id   text        NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    wrapped_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT psa_bridge_now()
);

-- Our own signing keys and the key that binds cursors: no tenant, and the private half sealed by the key wrapper.
CREATE TABLE token_key (
    kid                 text        NOT NULL PRIMARY KEY,
    purpose             text        NOT NULL CHECK (purpose IN ('dev', 'cursor')),
    public_jwk          text,
    wrapped_private_key bytea       NOT NULL,
    not_after           timestamptz,
    created_at          timestamptz NOT NULL DEFAULT psa_bridge_now()
);
CREATE UNIQUE INDEX token_key_one_cursor_key ON token_key (purpose) WHERE purpose = 'cursor';

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON tenant USING (tenant_id = psa_bridge_tenant());
CREATE POLICY dispatcher_sees_tenants ON tenant FOR SELECT TO psa_bridge_dispatcher USING (true);

ALTER TABLE tenant_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON tenant_key USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT ON tenant, tenant_key, token_key TO psa_bridge_app;
GRANT SELECT ON tenant TO psa_bridge_dispatcher;
