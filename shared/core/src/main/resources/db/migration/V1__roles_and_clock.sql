-- Two roles: the one that serves requests, and the one that may see which tenants exist.
-- Neither signs in by itself, owns anything or bypasses row-level security.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'psa_bridge_app') THEN
        CREATE ROLE psa_bridge_app NOLOGIN NOINHERIT;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'psa_bridge_dispatcher') THEN
        CREATE ROLE psa_bridge_dispatcher NOLOGIN;
    END IF;
    -- NOINHERIT comes first: a member that inherits would see what the dispatcher sees, all the time.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'psa_bridge_app' AND rolinherit) THEN
        ALTER ROLE psa_bridge_app NOINHERIT;
    END IF;
    IF NOT pg_has_role('psa_bridge_app', 'psa_bridge_dispatcher', 'MEMBER') THEN
        GRANT psa_bridge_dispatcher TO psa_bridge_app;
    END IF;
    -- So that SET ROLE works when the migrating user is no superuser.
    IF current_user <> 'psa_bridge_app' THEN
        EXECUTE format('GRANT psa_bridge_app, psa_bridge_dispatcher TO %I', current_user);
    END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO psa_bridge_app, psa_bridge_dispatcher;

-- The one clock for everything that is due, leased or expires.
CREATE FUNCTION psa_bridge_now() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    RETURN clock_timestamp();

-- The tenant of this transaction; null outside of one, and then no row is visible.
CREATE FUNCTION psa_bridge_tenant() RETURNS text
    LANGUAGE sql STABLE
    RETURN nullif(current_setting('psa_bridge.tenant', true), '');
