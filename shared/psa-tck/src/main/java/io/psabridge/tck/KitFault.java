package io.psabridge.tck;

/**
 * What providers get wrong. Planted one at a time in an otherwise right provider, each must make
 * the test fail that it names.
 */
public enum KitFault {
    STOPS_ON_A_SHORT_PAGE(1, "everyMemberIsListedThoughThePsaShortensItsPages"),
    STOPS_AT_THE_DEFAULT_PAGE_SIZE(2, "everyRowIsListedWhateverThePageSize"),
    SKIPS_A_ROW_THAT_MOVED(3, "aRowThatLeavesBetweenTwoPagesHidesNoOther"),
    REPEATS_A_ROW(4, "aRowThatComesBetweenTwoPagesRepeatsNoOther"),
    DROPS_THE_FILTER_ON_PAGE_2(5, "everyPageObeysTheFilter"),
    LOOPS_FOREVER(6, "aPsaThatIgnoresThePageKeyIsNotAskedForever"),
    OR_ESCAPES_THE_FILTER(7, "aNumberAsTextStaysWithinTheOtherFilters"),
    USER_TEXT_AS_STRUCTURE(8, "everySearchTextIsFoundLiterallyAndChangesNoStructure"),
    WILDCARDS_FROM_THE_USER(9, "aPercentSignOrStarIsNoWildcard"),
    LOSES_NON_ASCII(10, "textOfAnyScriptIsKept"),
    REPEATS_A_POST_AFTER_A_RESET(11, "aTicketWhoseAnswerIsLostIsThereOnce"),
    GIVES_UP_AFTER_A_RESET(12, "aNoteWhoseAnswerIsLostIsThereOnceAndNotReportedAsFailed"),
    SAYS_NO_EFFECT_WHEN_UNKNOWN(13, "aWriteThatMayHaveHappenedIsOfUnknownEffect"),
    RETRIES_A_REFUSAL(14, "aRefusalIsNamedAndAskedForOnce"),
    IGNORES_RETRY_AFTER(15, "aRateLimitIsObeyedAndPassedOn"),
    RATE_LIMIT_BY_BODY(16, "aRateLimitIsObeyedAndPassedOn"),
    INTERNAL_NOTE_WITH_NOTIFICATIONS(17, "anInternalNoteNeverNotifies"),
    WRONG_PLACEMENT_FLAG(18, "aNoteIsSeenByItsAudienceAndMailsNobody"),
    NOTIFIES_BY_DEFAULT(19, "creatingATicketMakesOneAndMailsNobody"),
    AUTHOR_LOST(20, "aNoteStandsUnderItsAuthor"),
    STATUS_NAME_ACROSS_BOARDS(21, "aStatusOfTheSameNameOnAnotherBoardIsAnotherStatus"),
    CLOSED_BY_NAME(22, "closedTicketsAreThoseWhoseStatusCloses"),
    TRUSTS_THE_WRITE_ANSWER(23, "aStatusThatAWorkflowPutsBackIsNotApplied"),
    SENDS_BACK_WHAT_IT_READ(24, "aChangeNamesOnlyTheChangedMembers"),
    CLEAR_IS_IGNORED(25, "aFieldCanBeClearedAndTheOthersStay"),
    CUSTOM_FIELDS_WIPED(26, "customFieldsStayAsTheyWere"),
    ERROR_BODY_AS_DATA(27, "anAnswerThatIsNoRecordIsAnError"),
    EMPTY_LIST_FOR_MISSING_RIGHT(28, "aMissingRightIsNeverAnEmptyList"),
    UNSUPPORTED_IS_EMPTY(29, "whatIsNotDeclaredIsRefusedBeforeAnyCall"),
    DECLARED_BUT_ABSENT(30, "whatIsDeclaredWorks"),
    NOT_FOUND_FOR_BAD_KEYS(31, "keysThatWereRevokedAreNoMissingTicket"),
    BAD_KEYS_FOR_AN_OUTAGE(32, "anOutageIsAnOutage"),
    SECRET_IN_MESSAGE(33, "noFailureShowsASecret"),
    KEYS_TO_ANOTHER_HOST(34, "keysGoToNoOtherHost"),
    NULL_IS_A_CRASH(35, "aRecordWithoutItsOptionalMembersIsRead"),
    NEW_MEMBER_IS_A_CRASH(36, "membersThatNobodyKnowsYetAreIgnored"),
    LOCAL_TIME(37, "changedSinceIsExclusiveAndInUtc"),
    LENGTH_IN_BYTES_OR_CUT(38, "aSummaryIsCountedInCodePoints"),
    HANGS(39, "aSlowPsaStopsNobody"),
    STATE_SHARED_BETWEEN_TENANTS(40, "twoCompaniesAtOnceEachSeeTheirOwn"),
    FORGED_CALLBACK_ACCEPTED(41, "aForgedMessageIsNotBelieved");

    private final int number;
    private final String test;

    KitFault(int number, String test) {
        this.number = number;
        this.test = test;
    }

    public int number() {
        return number;
    }

    /** The method of a suite that must fail. */
    public String test() {
        return test;
    }
}
