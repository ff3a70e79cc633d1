package io.psabridge.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.psabridge.platform.tenant.TenantId;
import io.psabridge.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantTransactionsTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    private final TestDatabase database = TestDatabase.empty();
    private ApplicationContext context;
    private TenantTransactions transactions;
    private WidgetRepository widgets;

    @BeforeEach
    void start() {
        Contexts.prepare(database);
        context = Contexts.of(database);
        transactions = context.getBean(TenantTransactions.class);
        widgets = context.getBean(WidgetRepository.class);
        transactions.run(ACME, () -> widgets.insert("acme", "anvil"));
        transactions.run(GLOBEX, () -> widgets.insert("globex", "globe"));
    }

    @AfterEach
    void stop() {
        context.close();
        database.close();
    }

    @Test
    void aTenantSeesItsOwnRowsOnly() {
        assertThat(transactions.in(ACME, widgets::names)).containsExactly("anvil");
        assertThat(transactions.in(GLOBEX, widgets::names)).containsExactly("globe");
    }

    @Test
    void withoutATenantThereIsNoRow() {
        assertThat(transactions.withoutTenant(widgets::names)).isEmpty();
        assertThat(widgets.names()).isEmpty();
    }

    @Test
    void aTenantCannotWriteForAnother() {
        assertThatThrownBy(() -> transactions.run(ACME, () -> widgets.insert("globex", "trap")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theDispatcherSeesEveryRowAndOnlyInItsTransaction() {
        assertThat(transactions.asDispatcher(widgets::names)).containsExactly("anvil", "globe");
        assertThat(transactions.withoutTenant(widgets::names)).isEmpty();
    }

    @Test
    void theTransactionOfTheSameTenantIsJoined() {
        List<String> seen =
                transactions.in(
                        ACME,
                        () -> {
                            widgets.insert("acme", "new");
                            return transactions.in(ACME, widgets::names);
                        });

        assertThat(seen).containsExactly("anvil", "new");
    }

    @Test
    void anotherTenantInsideATransactionFailsLoudly() {
        assertThatThrownBy(
                        () -> transactions.in(ACME, () -> transactions.in(GLOBEX, widgets::names)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenant globex")
                .hasMessageContaining("tenant acme");
        assertThatThrownBy(() ->
                        transactions.in(ACME, () -> transactions.asDispatcher(widgets::names)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transactions.withoutTenant(() -> transactions.in(ACME, widgets::names)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureUndoesTheWork() {
        assertThatThrownBy(() ->
                        transactions.run(
                                ACME,
                                () -> {
                                    widgets.insert("acme", "lost");
                                    throw new IllegalArgumentException("no");
                                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(transactions.in(ACME, widgets::names)).containsExactly("anvil");
        assertThat(transactions.active()).isFalse();
    }

    @Test
    void aTransactionIsActiveOnlyWhileItRuns() {
        assertThat(transactions.active()).isFalse();
        assertThat(transactions.in(ACME, transactions::active)).isTrue();
        assertThat(transactions.active()).isFalse();
    }

    @Test
    void whatIsToBeDoneAfterwardsIsDoneOnceAndHoldsNoConnection() {
        List<String> done = new ArrayList<>();
        Runnable afterwards = () -> done.add("active: " + transactions.active());

        transactions.run(
                ACME,
                () -> {
                    transactions.afterCommit(afterwards);
                    transactions.run(ACME, () -> transactions.afterCommit(afterwards));
                    assertThat(done).isEmpty();
                });

        assertThat(done).containsExactly("active: false");
    }

    @Test
    void afterAFailureNothingIsDoneAfterwards() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() ->
                        transactions.run(
                                ACME,
                                () -> {
                                    transactions.afterCommit(() -> done.add("told"));
                                    throw new IllegalArgumentException("no");
                                }))
                .isInstanceOf(IllegalArgumentException.class);
        transactions.run(ACME, () -> {});

        assertThat(done).isEmpty();
        assertThatThrownBy(() -> transactions.afterCommit(() -> done.add("told")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void connectionsWorkAsTheRuntimeRole() {
        assertThat(transactions.in(ACME, widgets::role)).isEqualTo("psa_bridge_app");
    }

    @Test
    void thePoolConnectsWithTheFirstStatement() {
        try (ApplicationContext other =
                ApplicationContext.builder()
                        .singletons(new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/x", "u", "p"))
                        .start()) {
            assertThat(other.getBean(DataSource.class)).isNotNull();
            assertThat(other.getBean(TenantTransactions.class).active()).isFalse();
        }
    }
}
