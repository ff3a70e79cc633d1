package io.psabridge.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what annotation processors make: {@code $Name$Definition} and the like. */
final class WrittenByHand implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/$");
    }
}
