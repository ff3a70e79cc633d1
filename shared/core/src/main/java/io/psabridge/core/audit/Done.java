package io.psabridge.core.audit;

/** Says that an attempt succeeded; called within the transaction of what was done. */
public interface Done {

    void on(AuditSubject subject);
}
