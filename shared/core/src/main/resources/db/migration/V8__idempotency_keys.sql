-- One request a key, for 24 hours. Neither the key nor the request nor the answer is here in clear:
-- macs and seal are made with the tenant's data key.
CREATE TABLE idempotency_key (
    tenant_id     text        NOT NULL REFERENCES tenant (tenant_id),
    key_mac       bytea       NOT NULL,
    request_mac   bytea       NOT NULL,
    state         text        NOT NULL CHECK (state IN ('running', 'unknown', 'done')),
    lease_until   timestamptz NOT NULL,
    attempt       integer     NOT NULL,
    -- of which the id of what the request makes is formed, the same in every attempt
    reserved_id   text        NOT NULL,
    sealed_answer bytea,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, key_mac),
    CHECK ((state = 'done') = (sealed_answer IS NOT NULL))
);
CREATE INDEX idempotency_key_by_expiry ON idempotency_key (tenant_id, expires_at);

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON idempotency_key USING (tenant_id = psa_bridge_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO psa_bridge_app;
