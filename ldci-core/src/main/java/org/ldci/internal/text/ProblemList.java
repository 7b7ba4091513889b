package org.ldci.internal.text;

import java.util.List;

/** How a list of problems reads in a message: one plain sentence, or a numbered list. */
public final class ProblemList {
    /** The most problems a message spells out; the rest are counted. */
    public static final int SHOWN = 100;

    private ProblemList() {}

    /**
     * Formats messages as one.
     *
     * @param subject what has the problems; may be empty
     * @param messages at least one message
     * @return the message
     */
    public static String format(String subject, List<String> messages) {
        String of = subject.isEmpty() ? "" : " in " + subject;
        if (messages.size() == 1) {
            boolean named = subject.isEmpty() || messages.get(0).startsWith(subject + ":");
            return named ? messages.get(0) : subject + ": " + messages.get(0);
        }
        StringBuilder text = new StringBuilder(messages.size() + " problems" + of + ":");
        for (int i = 0; i < Math.min(SHOWN, messages.size()); i++) {
            text.append("\n ").append(i + 1).append(". ").append(messages.get(i));
        }
        if (messages.size() > SHOWN) {
            text.append("\n ... and ").append(messages.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
