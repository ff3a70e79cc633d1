package io.psabridge.sandbox.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.sandbox.data.Models;
import io.psabridge.sandbox.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

    private static final Columns TICKET = Models.of("Ticket");
    private static final Columns CONTACT = Models.of("Contact");
    private static final Map<String, Object> RECORD =
            Json.object(
                    "id",
                    48_213L,
                    "summary",
                    "Disk 95% full",
                    "board",
                    Json.object("id", 21L, "name", "Help Desk"),
                    "closedFlag",
                    false,
                    "severity",
                    "Medium",
                    "budgetHours",
                    2.5,
                    "_info",
                    Json.object("lastUpdated", "2026-03-02T09:14:07Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=48213",
                "id = 48213 AND closedFlag=FALSE",
                "closedFlag=false and board/id in (1, 21)",
                "board/name='help desk'",
                "board/name like \"Help%\" or id=1",
                "board/name like 'H*k'",
                "summary contains \"95% FULL\"",
                "not id=1 and (id=2 or id=48213)",
                "id=1 or id=2 or closedFlag=False and id=48213",
                "contact/id = null and board/id != null",
                "lastUpdated > [2026-03-02T09:14:06Z]",
                "lastUpdated <= [2026-03-02T09:14:07Z] and lastUpdated > [2026-03-01]",
                "severity='medium'",
                "budgetHours >= 2.5 and budgetHours < 2.6",
                "id not in (1,2)",
                "summary not contains 'tea'"
            })
    void theseHold(String conditions) {
        assertThat(parse(conditions).holds(RECORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=1",
                "id=48213 and (closedFlag=True or board/id=22)",
                "contact/id=1207",
                "contact/id!=1207",
                "owner/id in (114)",
                "summary contains '[0-8]5%'",
                "summary contains \"95[[]\"",
                "lastUpdated > [2026-03-02T09:14:07Z]",
                "not (id=48213)"
            })
    void theseDoNot(String conditions) {
        assertThat(parse(conditions).holds(RECORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense=1",
                "summary contains \"open",
                "id=",
                "id=1 and",
                "(id=1",
                "id=1)",
                "id~1",
                "id in ()",
                "lastUpdated > [2026-03-02T09:14:07.123Z]",
                "lastUpdated > [yesterday]",
                "severity='Enormous'",
                "summary",
                "closedFlag=7",
                "initialDescription='x'",
                "customFields=1",
                "Summary='x'",
                "id=1 id=2"
            })
    void theseAreRefused(String conditions) {
        assertThatThrownBy(() -> parse(conditions)).isInstanceOf(QueryException.class);
    }

    @Test
    void aContactHasNoName() {
        assertThatThrownBy(() ->
                        ConditionParser.conditions(
                                "name contains \"Marta\"", CONTACT, Dialect.USUAL))
                .hasMessage("name is not a recognized name.");
    }

    @Test
    void childConditionsHoldForOneElementAsAWhole() {
        Map<String, Object> contact =
                Json.object(
                        "communicationItems",
                        List.of(
                                Json.object("value", "a@b.example", "communicationType", "Email"),
                                Json.object("value", "555", "communicationType", "Phone")));

        assertThat(
                        child(
                                        "communicationItems/value='A@B.example' and communicationItems/communicationType='Email'")
                                .holds(contact))
                .isTrue();
        assertThat(
                        child(
                                        "communicationItems/value='555' and communicationItems/communicationType='Email'")
                                .holds(contact))
                .isFalse();
        assertThatThrownBy(() ->
                        ConditionParser.conditions(
                                "communicationItems/value='x'", CONTACT, Dialect.USUAL))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void aBackslashIsAnEscapeOrNotAsTheServerHasIt() {
        String conditions = "summary contains \"15\\\" monitor\"";
        Map<String, Object> monitor = Json.object("summary", "Replace 15\" monitor");
        Dialect escaping = new Dialect(true, false, false);

        assertThat(ConditionParser.conditions(conditions, TICKET, escaping).holds(monitor))
                .isTrue();
        assertThatThrownBy(() -> parse(conditions)).isInstanceOf(QueryException.class);
    }

    @Test
    void percentInContainsIsAWildcardOrNotAsTheServerHasIt() {
        Map<String, Object> other = Json.object("summary", "Disk 95 GB, nearly full");
        String conditions = "summary contains \"95% full\"";

        assertThat(parse(conditions).holds(other)).isFalse();
        assertThat(
                        ConditionParser.conditions(
                                        conditions, TICKET, new Dialect(false, true, false))
                                .holds(other))
                .isTrue();
    }

    @Test
    void bracketsNeedAnEscapeOfTheirOwn() {
        Map<String, Object> urgent = Json.object("summary", "[URGENT] till offline");
        Map<String, Object> turn = Json.object("summary", "U-turn in till policy, T till");

        assertThat(parse("summary contains \"[[]URGENT] till\"").holds(urgent)).isTrue();
        assertThat(parse("summary contains \"[URGENT] till\"").holds(urgent)).isFalse();
        assertThat(parse("summary contains \"[URGENT] till\"").holds(turn)).isTrue();
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflow() {
        String deep = "(".repeat(50_000) + "id=1" + ")".repeat(50_000);

        assertThatThrownBy(() -> parse(deep)).isInstanceOf(QueryException.class);
    }

    @Test
    void keywordsHaveNoLetterCase() {
        String conditions = "id=1 or not closedFlag=True and summary contains 'disk'";

        assertThat(
                        parse(
                                        conditions
                                                .toUpperCase(Locale.ROOT)
                                                .replace("ID=", "id=")
                                                .replace("CLOSEDFLAG", "closedFlag")
                                                .replace("SUMMARY", "summary"))
                                .holds(RECORD))
                .isTrue();
    }

    private static Condition parse(String conditions) {
        return ConditionParser.conditions(conditions, TICKET, Dialect.USUAL);
    }

    private static Condition child(String conditions) {
        return ConditionParser.childConditions(conditions, CONTACT, Dialect.USUAL);
    }
}
