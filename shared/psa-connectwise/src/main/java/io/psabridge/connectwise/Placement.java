package io.psabridge.connectwise;

import io.psabridge.spi.Audience;

/** The flag that puts a note where its audience looks. */
final class Placement {

    private Placement() {}

    static String of(Audience audience) {
        return switch (audience) {
            case DISCUSSION -> "detailDescriptionFlag";
            case INTERNAL -> "internalAnalysisFlag";
            case RESOLUTION -> "resolutionFlag";
        };
    }
}
