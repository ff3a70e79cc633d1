package io.psabridge.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";]+)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type:\\s*([^\\s;]+)");

    private Multipart() {}

    /** A part of the form. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file; nobody compares parts
    record Part(String fileName, String contentType, byte[] content) {
        static final Part NONE = new Part("", "", new byte[0]);
    }

    static Map<String, Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw Refusal.unreadable("The form has no boundary.");
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String separator = "--" + boundary.group(1);
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String piece : text.split(Pattern.quote(separator), -1)) {
            int head = piece.indexOf("\r\n\r\n");
            if (head >= 0) {
                add(parts, utf8(piece.substring(0, head)), piece.substring(head + 4));
            }
        }
        return parts;
    }

    private static void add(Map<String, Part> parts, String head, String content) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        Matcher file = FILE_NAME.matcher(head);
        Matcher type = TYPE.matcher(head);
        String kept =
                content.endsWith("\r\n") ? content.substring(0, content.length() - 2) : content;
        parts.put(
                name.group(1),
                new Part(
                        file.find() ? file.group(1) : "",
                        type.find() ? type.group(1) : "",
                        kept.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
