package io.psabridge.functions.maintenance;

import io.micronaut.context.BeanContext;
import io.psabridge.core.key.Rewrap;
import io.psabridge.core.key.RewrapReport;
import io.psabridge.core.key.RewrapReport.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wraps all keys under the newest key. */
final class RewrapTask {

    private RewrapTask() {}

    /** Fails, once all is done, when keys were left that do not open. */
    static Object run(BeanContext context, Members request) {
        RewrapReport report = context.getBean(Rewrap.class).run();
        int refused = report.of(Outcome.REFUSED);
        if (refused > 0) {
            throw new TaskException(
                    "Keys that do not open, and were left as they are: "
                            + refused
                            + " (the log names them). Wrapped anew: "
                            + report.of(Outcome.WRAPPED_ANEW));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("task", "rewrap");
        answer.put("wrappedAnew", report.of(Outcome.WRAPPED_ANEW));
        answer.put("newestAlready", report.of(Outcome.NEWEST_ALREADY));
        answer.put("changedMeanwhile", report.of(Outcome.CHANGED_MEANWHILE));
        return answer;
    }
}
