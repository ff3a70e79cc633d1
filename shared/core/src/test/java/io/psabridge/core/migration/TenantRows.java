package io.psabridge.core.migration;

/** A row in every tenant table, for the tenants north and south. */
final class TenantRows {

    static final String SQL = rowsOf("north") + rowsOf("south");

    private TenantRows() {}

    private static String rowsOf(String tenant) {
        return """
        INSERT INTO tenant (tenant_id) VALUES ('%1$s');
        INSERT INTO tenant_key (tenant_id, wrapped_key) VALUES ('%1$s', 'x');
        INSERT INTO connection (tenant_id, id, provider, name, site_host, site_url, credential_hint,
            wrapped_key, sealed_credentials, psa_account)
            VALUES ('%1$s', 'con_%1$s', 'connectwise', 'PSA', 'h', 'https://h', '{}', 'x', 'x', 'a');
        INSERT INTO note_post (tenant_id, id, connection_id, ticket_id, sealed_text, audience,
            notify_customer, state, attempts, created_at)
            VALUES ('%1$s', 'np_1', 'con_%1$s', '1', 'x', 'internal', false, 'pending', 0, now());
        INSERT INTO work (tenant_id, id, connection_id, kind, subject_id)
            VALUES ('%1$s', 'wk_1', 'con_%1$s', 'notes', '1');
        INSERT INTO route (tenant_id, connection_id, callback_token_hash)
            VALUES ('%1$s', 'con_%1$s', 'x');
        INSERT INTO callback_registration (tenant_id, connection_id, topic, stands)
            VALUES ('%1$s', 'con_%1$s', 'ticket', true);
        INSERT INTO callback_key (tenant_id, connection_id) VALUES ('%1$s', 'con_%1$s');
        INSERT INTO callback_message (tenant_id, connection_id, message_hash, topic, record_id)
            VALUES ('%1$s', 'con_%1$s', 'x', 'ticket', '1');
        INSERT INTO callback_sweep (tenant_id, connection_id, swept_until)
            VALUES ('%1$s', 'con_%1$s', now());
        INSERT INTO audit_event (tenant_id, id, actor_sub, actor_via, action, subject_type, outcome, request_id)
            VALUES ('%1$s', 'aud_1', 'me', 'api', 'connection.create', 'connection', 'ok', 'r');
        INSERT INTO idempotency_key (tenant_id, key_mac, request_mac, state, lease_until, attempt,
            reserved_id, created_at, expires_at)
            VALUES ('%1$s', 'x', 'x', 'running', now(), 1, 'r', now(), now());
        INSERT INTO ticket_create (tenant_id, connection_id, marker, deduplicates, reserved_id, state,
            attempt, started_at, settle_until)
            VALUES ('%1$s', 'con_%1$s', 'pb1-x', false, 'r', 'attempted', 1, now(), now());
        INSERT INTO connect_session (tenant_id, id, created_by, expires_at)
            VALUES ('%1$s', 'ses_1', 'me', now());
        INSERT INTO guess (tenant_id, id, server) VALUES ('%1$s', 'g', 'h');
        INSERT INTO restored (tenant_id) VALUES ('%1$s');
        """
                        .formatted(tenant)
                + link(tenant, "lnk_1", "con_" + tenant);
    }

    static String link(String tenant, String id, String connection) {
        return """
        INSERT INTO ticket_link (tenant_id, id, connection_id, ticket_id, record_type, record_id,
            ticket_summary, ticket_closed, ticket_url, refreshed_at, created_by)
            VALUES ('%s', '%s', '%s', '1', 'alert', '1', 's', false, 'https://h', now(), 'me');
        """
                .formatted(tenant, id, connection);
    }
}
