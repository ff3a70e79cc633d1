-- Wrapped keys are wrapped anew under another key; nothing else of their rows ever changes.
GRANT UPDATE (wrapped_key) ON tenant_key TO psa_bridge_app;
GRANT UPDATE (wrapped_private_key) ON token_key TO psa_bridge_app;

-- Note posts go 30 days after their connection.
GRANT DELETE ON note_post TO psa_bridge_app;
