package io.psabridge.sandbox.query;

/**
 * How a server reads what the sources disagree about.
 *
 * @param backslashEscapes whether {@code \"} inside a literal is a quote
 * @param percentInContains whether {@code %} inside {@code contains} stands for any text
 * @param datesOnly whether moments with a time part match nothing, as one server has it
 */
public record Dialect(boolean backslashEscapes, boolean percentInContains, boolean datesOnly) {

    public static final Dialect USUAL = new Dialect(false, false, false);
}
