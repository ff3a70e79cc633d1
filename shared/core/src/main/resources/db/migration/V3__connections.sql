CREATE TABLE connection (
    tenant_id           text        NOT NULL REFERENCES tenant (tenant_id),
    id                  text        NOT NULL,
    provider            text        NOT NULL,
    name                text        NOT NULL,
    site_host           text        NOT NULL,
    site_url            text        NOT NULL,
    site_ca             text,
    credential_hint     jsonb       NOT NULL,
    credential_version  integer     NOT NULL DEFAULT 1,
    -- null once deleted: without the wrapped key nobody can open what a backup still holds
    wrapped_key         bytea,
    sealed_credentials  bytea,
    psa_account         text        NOT NULL,
    psa_version         text,
    settings            jsonb       NOT NULL DEFAULT '{}',
    paused              boolean     NOT NULL DEFAULT false,
    -- what the PSA last made us think: ok, unauthorized, unreachable; and whether its role lacks a right
    psa_state           text        NOT NULL DEFAULT 'ok' CHECK (psa_state IN ('ok', 'unauthorized', 'unreachable', 'limited')),
    psa_state_code      text,
    psa_state_message   text,
    blocked_until       timestamptz,
    cache_epoch         bigint      NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL DEFAULT psa_bridge_now(),
    updated_at          timestamptz NOT NULL DEFAULT psa_bridge_now(),
    last_verified_at    timestamptz,
    deleted_at          timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK (deleted_at IS NOT NULL OR (wrapped_key IS NOT NULL AND sealed_credentials IS NOT NULL)),
    CHECK (deleted_at IS NULL OR (wrapped_key IS NULL AND sealed_credentials IS NULL))
);

ALTER TABLE connection ENABLE ROW LEVEL SECURITY;
ALTER TABLE connection FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON connection USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE ON connection TO psa_bridge_app;
