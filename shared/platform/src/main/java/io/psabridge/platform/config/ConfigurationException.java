package io.psabridge.platform.config;

/** The environment is wrong: the process ends with exit code 2 and this one line. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The exit code of a process that was configured wrongly. */
    public static final int EXIT_CODE = 2;

    public ConfigurationException(String message) {
        super(message);
    }
}
