-- Sessions of the page on which a person connects a PSA. The token itself is not kept.
CREATE TABLE connect_session (
    tenant_id  text        NOT NULL,
    id         text        NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT psa_bridge_now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE connect_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE connect_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON connect_session USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON connect_session TO psa_bridge_app;

-- Their tokens are signed with keys of their own.
ALTER TABLE token_key DROP CONSTRAINT token_key_purpose_check;
ALTER TABLE token_key ADD CONSTRAINT token_key_purpose_check CHECK (purpose IN ('dev', 'session', 'cursor'));
