package io.psabridge.sandbox;

import io.psabridge.sandbox.control.Action;
import io.psabridge.sandbox.control.Delivery;
import io.psabridge.sandbox.control.Level;
import io.psabridge.sandbox.control.RecordChange;
import io.psabridge.sandbox.control.Rights;
import io.psabridge.sandbox.control.RoleItem;
import io.psabridge.sandbox.control.SentMail;
import io.psabridge.sandbox.control.Switch;
import io.psabridge.sandbox.control.WorkflowRule;
import io.psabridge.sandbox.data.ApiKey;
import io.psabridge.sandbox.data.Release;
import io.psabridge.sandbox.data.Row;
import io.psabridge.sandbox.data.Site;
import io.psabridge.sandbox.web.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One company of the sandbox, from behind: its keys, rights, switches and what it holds. Tables are
 * named as their endpoints, such as {@code service/tickets}; notes are {@code service/notes}.
 */
public final class SandboxCompany {

    /** A made-up product id; the sandbox takes any. */
    private static final String CLIENT_ID = "00000000-5a5a-4b5a-8b5a-5a5a5a5a5a5a";

    private final Stage stage;
    private final String id;

    SandboxCompany(Stage stage, String id) {
        this.stage = stage;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** companyId, publicKey, privateKey and clientId of the first API member. */
    public Map<String, String> credentials() {
        return credentials(site().keys().getFirst());
    }

    /** Another API member with rights of its own; returns its credentials. */
    public Map<String, String> addMember(String identifier, Rights rights) {
        return credentials(stage.addKey(site(), identifier, rights));
    }

    public SandboxCompany set(Switch which, String choice) {
        site().set(which, choice);
        return this;
    }

    /** Changes a right of all API members. */
    public SandboxCompany allow(RoleItem item, Action action, Level level) {
        site().keys().forEach(key -> key.rights(key.rights().with(item, action, level)));
        return this;
    }

    /** Gives all API members these rights and no others. */
    public SandboxCompany rights(Rights rights) {
        site().keys().forEach(key -> key.rights(rights));
        return this;
    }

    public SandboxCompany revokeKeys() {
        site().keys().forEach(key -> key.revoked(true));
        return this;
    }

    public SandboxCompany restoreKeys() {
        site().keys().forEach(key -> key.revoked(false));
        return this;
    }

    /** Moves the company to another release, as an upgrade does. */
    public SandboxCompany release(Release release) {
        site().release(release);
        return this;
    }

    /** Gives the first API member this key pair in place of its own. */
    public SandboxCompany keys(String publicKey, String privateKey) {
        stage.changeKeys(site(), publicKey, privateKey);
        return this;
    }

    public SandboxCompany workflow(WorkflowRule... rules) {
        site().rules().clear();
        site().rules().addAll(List.of(rules));
        return this;
    }

    /** Makes a board demand members of a new ticket, such as type. */
    public SandboxCompany demand(long boardId, Set<String> members) {
        site().demand(boardId, members);
        return this;
    }

    /** Sets members of a record behind the API's back; makes the record when it is missing. */
    public SandboxCompany put(String table, long recordId, Map<String, Object> members) {
        site().apply(RecordChange.set(table, recordId, members));
        return this;
    }

    public SandboxCompany remove(String table, long recordId) {
        site().apply(RecordChange.remove(table, recordId));
        return this;
    }

    public SandboxCompany clear(String table) {
        site().table(table).clear();
        return this;
    }

    public Optional<Map<String, Object>> record(String table, long recordId) {
        return Optional.ofNullable(site().table(table).get(recordId)).map(Row::members);
    }

    /** All records of a table in the order of their ids. */
    public List<Map<String, Object>> records(String table) {
        return site().table(table).ascending().stream().map(Row::members).toList();
    }

    /** The mails that would have been sent. */
    public List<SentMail> outbox() {
        return site().outbox().list();
    }

    /** The tries to deliver callbacks. */
    public List<Delivery> deliveries() {
        return site().deliveries().list();
    }

    /** Waits until so many tries have been made; returns whether they have. */
    public boolean awaitDeliveries(int count, Duration patience) throws InterruptedException {
        return site().deliveries().await(count, patience);
    }

    public String signingKey() {
        return site().signingKey();
    }

    /** As it was when it was made; its first member keeps its keys. */
    public SandboxCompany reset() {
        stage.reset(site());
        return this;
    }

    private Site site() {
        Site site = stage.sites().find(id);
        if (site == null) {
            throw new IllegalStateException("The company " + id + " was removed");
        }
        return site;
    }

    private Map<String, String> credentials(ApiKey key) {
        return Map.of(
                "companyId",
                id,
                "publicKey",
                key.publicKey(),
                "privateKey",
                key.privateKey(),
                "clientId",
                CLIENT_ID);
    }
}
