package io.psabridge.functions.maintenance;

import io.psabridge.platform.config.BridgeSettings;
import java.util.Set;

/** One thing that an operator or a deployment runs. May run again. */
interface Task {

    /** Which members a request has, beside the task's name. */
    Set<String> members();

    /** What is answered as JSON; fails with any exception when it could not be done. */
    Object run(BridgeSettings settings, Members request);
}
