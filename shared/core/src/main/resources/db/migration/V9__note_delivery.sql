-- What is to be done later. Whoever looks for due work of all tenants sees this, and no content.
CREATE TABLE work (
    tenant_id     text        NOT NULL,
    id            text        NOT NULL,
    connection_id text        NOT NULL,
    kind          text        NOT NULL,
    -- for notes: the ticket, whose notes are delivered one after the other
    subject_id    text        NOT NULL,
    due_at        timestamptz NOT NULL DEFAULT psa_bridge_now(),
    leased_until  timestamptz,
    -- counts the claims; whoever claimed with another number has lost it
    attempts      integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id)
);
CREATE UNIQUE INDEX work_once ON work (tenant_id, connection_id, kind, subject_id);
CREATE INDEX work_by_due ON work (due_at);

ALTER TABLE work ENABLE ROW LEVEL SECURITY;
ALTER TABLE work FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON work USING (tenant_id = psa_bridge_tenant());
CREATE POLICY dispatcher_sees_work ON work FOR SELECT TO psa_bridge_dispatcher USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON work TO psa_bridge_app;
GRANT SELECT ON work TO psa_bridge_dispatcher;

-- A note post is stored before anything is sent. What is here already was confirmed at its first attempt.
ALTER TABLE note_post
    ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN state text NOT NULL DEFAULT 'posted'
        CHECK (state IN ('pending', 'posting', 'uncertain', 'posted', 'failed', 'cancelled')),
    ADD COLUMN attempts integer NOT NULL DEFAULT 1,
    -- when it is tried, or looked for, next
    ADD COLUMN due_at timestamptz,
    -- a note of ours in the PSA is no older than this
    ADD COLUMN first_attempt_at timestamptz,
    ADD COLUMN attempted_at timestamptz,
    -- from here on "it is not there" may be believed
    ADD COLUMN settles_at timestamptz,
    ADD COLUMN uncertain_since timestamptz,
    -- of a failed one: whether it may be in the PSA all the same
    ADD COLUMN may_be_there boolean NOT NULL DEFAULT false,
    -- where its 72 hours began, and how long its connection had been held until then
    ADD COLUMN window_began_at timestamptz,
    ADD COLUMN window_held_seconds double precision,
    ADD COLUMN problem_code text,
    ADD COLUMN problem_detail text,
    ADD COLUMN problem_fix text,
    ADD COLUMN problem_at timestamptz,
    ADD COLUMN entered_by text;
ALTER TABLE note_post
    ALTER COLUMN psa_note_id DROP NOT NULL,
    ALTER COLUMN posted_at DROP NOT NULL,
    ALTER COLUMN posted_at DROP DEFAULT,
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN attempts DROP DEFAULT,
    ADD CHECK (state <> 'posted' OR (psa_note_id IS NOT NULL AND posted_at IS NOT NULL)),
    ADD CHECK (state <> 'uncertain' OR settles_at IS NOT NULL);
-- A note in the PSA is one post's, whatever its text. Not unique: a PSA that was restored gives numbers again.
CREATE INDEX note_post_claims ON note_post (tenant_id, connection_id, ticket_id) WHERE psa_note_id IS NOT NULL;
CREATE INDEX note_post_unfinished ON note_post (tenant_id, connection_id, ticket_id, seq)
    WHERE state IN ('pending', 'posting', 'uncertain');
CREATE INDEX note_post_entered_by ON note_post (tenant_id, connection_id, entered_by) WHERE entered_by IS NOT NULL;

GRANT UPDATE, DELETE ON note_post TO psa_bridge_app;

-- For how long a connection was paused or its keys were refused: that time does not count for what waits.
-- And its circuit: after failures in a row nothing is tried until then.
ALTER TABLE connection
    ADD COLUMN held_since timestamptz,
    ADD COLUMN held_seconds double precision NOT NULL DEFAULT 0,
    ADD COLUMN failures integer NOT NULL DEFAULT 0,
    ADD COLUMN circuit_until timestamptz;

CREATE FUNCTION connection_held() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    was_held CONSTANT boolean := OLD.paused OR OLD.psa_state = 'unauthorized';
    is_held CONSTANT boolean := NEW.paused OR NEW.psa_state = 'unauthorized';
BEGIN
    IF is_held AND NOT was_held THEN
        NEW.held_since := psa_bridge_now();
    ELSIF was_held AND NOT is_held THEN
        NEW.held_seconds := OLD.held_seconds
            + coalesce(extract(epoch FROM psa_bridge_now() - OLD.held_since), 0);
        NEW.held_since := NULL;
        -- it is well again: what waits is due
        NEW.circuit_until := NULL;
        NEW.failures := 0;
        UPDATE work SET due_at = least(due_at, psa_bridge_now())
            WHERE tenant_id = NEW.tenant_id AND connection_id = NEW.id;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER connection_held BEFORE UPDATE OF paused, psa_state ON connection
    FOR EACH ROW EXECUTE FUNCTION connection_held();
