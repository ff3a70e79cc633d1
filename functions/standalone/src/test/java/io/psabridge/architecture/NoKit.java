package io.psabridge.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the kit for providers, and tests that come in a jar: neither is ever shipped. */
final class NoKit implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/psa-tck/") && !location.contains("-tests.jar");
    }
}
