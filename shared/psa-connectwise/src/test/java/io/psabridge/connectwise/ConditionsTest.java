package io.psabridge.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.psabridge.spi.PsaErrorCode;
import io.psabridge.spi.PsaException;
import io.psabridge.spi.TicketField;
import io.psabridge.spi.TicketFilter;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private static final List<String> PARTS =
            List.of(
                    "\"",
                    "'",
                    "\\",
                    "\\\"",
                    "[",
                    "]",
                    "(",
                    ")",
                    "%",
                    "*",
                    "_",
                    "?",
                    "=",
                    "<",
                    ">",
                    " and ",
                    " or ",
                    " OR ",
                    " not ",
                    " contains ",
                    " like ",
                    "id>0",
                    "True",
                    "null",
                    "[2026-01-01T00:00:00Z]",
                    "x\" or closedFlag=True or \"",
                    "\n",
                    "\t",
                    "printer",
                    "95% full",
                    "Ünïcödé",
                    "印刷機",
                    "принтер",
                    "🫖",
                    "\ud83d",
                    "e\u0301",
                    "&",
                    "+",
                    "#",
                    ";",
                    "%22",
                    "%25",
                    " ",
                    "a",
                    "0",
                    "--",
                    "/*",
                    "*/",
                    "`",
                    "$");

    @Test
    void noGeneratedTextChangesTheShapeOfAQuery() {
        Random random = new Random(20_260_302);
        for (int i = 0; i < 2_000; i++) {
            String text = generated(random);
            TicketFilter filter =
                    TicketFilter.ALL.with(TicketField.BOARD, "21").withClosed(false).withText(text);

            List<String> terms = ConditionParser.terms(withoutEverything(filter));

            assertThat(terms)
                    .as("«%s» (text %d)", text, i)
                    .hasSizeBetween(2, 3)
                    .contains("board/id = 21", "closedFlag = false");
            assertThat(terms.stream().filter(term -> term.startsWith("summary contains ")))
                    .as("«%s» (text %d)", text, i)
                    .hasSize(terms.size() - 2)
                    .allSatisfy(term -> assertThat(text).contains(literal(term)));
            assertThat(Conditions.NONE.contains(List.of("firstName", "lastName"), text).terms())
                    .hasSize(1);
        }
    }

    @Test
    void everyTextIsOneTermEvenWhenNothingOfItIsPlain() {
        assertThat(TicketConditions.of(TicketFilter.ALL.withText("\"\\[")).text())
                .isEqualTo("id>0");
        assertThat(TicketConditions.of(TicketFilter.ALL.withText("15\" monitor")).text())
                .isEqualTo("summary contains \" monitor\"");
        assertThat(TicketConditions.of(TicketFilter.ALL.withText("O'Dell 95%")).text())
                .isEqualTo("summary contains \"O'Dell 95%\"");
    }

    @Test
    void allFiltersAreJoinedByAnd() {
        TicketFilter filter =
                TicketFilter.ALL
                        .withText("tea")
                        .with(TicketField.BOARD, "21")
                        .with(TicketField.ASSIGNEE, "114")
                        .withClosed(true)
                        .withUpdatedSince(Instant.parse("2026-03-01T00:00:00.750Z"));

        assertThat(ConditionParser.terms(TicketConditions.of(filter).text()))
                .containsExactlyInAnyOrder(
                        "summary contains \"tea\"",
                        "board/id = 21",
                        "owner/id = 114",
                        "closedFlag = true",
                        "lastUpdated > [2026-03-01t00:00:00z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21\u00a0or",
                "21),(id>0",
                "0x15",
                "２１",
                "99999999999",
                "2147483648",
                "-1",
                "0",
                "21;",
                "+21",
                "21.0",
                "1e3",
                "twenty"
            })
    void anIdThatIsNoneIsRefusedByName(String id) {
        TicketFilter filter = TicketFilter.ALL.with(TicketField.BOARD, id);

        assertThatThrownBy(() -> TicketConditions.of(filter))
                .isInstanceOfSatisfying(
                        PsaException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(PsaErrorCode.INVALID_REQUEST);
                            assertThat(e.errors())
                                    .extracting(PsaException.FieldError::field)
                                    .containsExactly("boardId");
                        });
    }

    @Test
    void aLongTextIsCutForListsThatTakeNoLongConditions() {
        Conditions conditions =
                Conditions.NONE.containsStart(List.of("firstName", "lastName"), "🫖".repeat(200));

        assertThat(WireRequest.encoded(conditions.text()).length()).isLessThan(1_500);
        assertThat(conditions.text()).contains("\"" + "🫖".repeat(50) + "\"");
    }

    @Test
    void upperAndLowerCaseAreAlikeInEveryScript() {
        assertThat(Texts.contains("ΟΔΟΣ 5", "οδός".replace('ό', 'ο'))).isTrue();
        assertThat(Texts.contains("Söhne & Ko", "SÖHNE")).isTrue();
        assertThat(Texts.contains("ПРИНТЕР", "принт")).isTrue();
        assertThat(Texts.contains("95 GB, nearly full", "95% full")).isFalse();
    }

    /** Without the term that says nothing, as for a text with nothing plain in it. */
    private static String withoutEverything(TicketFilter filter) {
        return TicketConditions.of(filter).text();
    }

    private static String literal(String term) {
        return term.substring("summary contains \"".length(), term.length() - 1);
    }

    private static String generated(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextInt(10) == 0
                            ? Character.toString(1 + random.nextInt(0x2fff))
                            : PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
