package io.psabridge.spi;

/** A text that nobody may print. The one way to its content is {@link #expose}. */
public final class Secret {

    private final String content;

    public Secret(String content) {
        this.content = content;
    }

    /** The text in clear, for signing in or sealing; never for a message or a log line. */
    public String expose() {
        return content;
    }

    public boolean isBlank() {
        return content.isBlank();
    }

    /**
     * The last {@code count} characters after an ellipsis, so that a person recognises the key;
     * only the ellipsis when the text is short.
     */
    public String hint(int count) {
        return content.length() < 3 * count
                ? "…"
                : "…" + content.substring(content.length() - count);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
