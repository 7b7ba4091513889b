package org.ldci.io.json;

import java.util.List;
import java.util.Map;

/** How values of a document read in messages. */
public final class Text {
    private static final int LONGEST = 100;

    private Text() {}

    /**
     * A text short enough for a message.
     *
     * @param text the text
     * @return the text, cut after 100 characters
     */
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "...";
    }

    /**
     * A value in words.
     *
     * @param value a value of a tree
     * @return such as "the text 'x'", "the number 5", "a list"
     */
    public static String describe(Object value) {
        if (value instanceof String text) {
            return "the text '" + shortened(text) + "'";
        } else if (value instanceof Number) {
            return "the number " + value;
        } else if (value instanceof List<?>) {
            return "a list";
        }
        return value instanceof Map<?, ?> ? "an object" : value.toString();
    }
}
