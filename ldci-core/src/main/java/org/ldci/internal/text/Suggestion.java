package org.ldci.internal.text;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the nearest of some known names. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * A suggestion to append to a message.
     *
     * @param given what was written
     * @param known what could have been meant
     * @return "; did you mean 'x'?" for the nearest name if it is near enough, else an empty text
     */
    public static String nearest(String given, Collection<String> known) {
        String best = "";
        // a third of the letters may differ, never all of them; hostile lengths are not worth comparing
        int bestDistance = Math.min(given.length(), Math.max(1, Math.min(given.length(), 60) / 3) + 1);
        if (given.length() <= 100) {
            for (String name : known) {
                int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < bestDistance) {
                    best = name;
                    bestDistance = distance;
                }
            }
            for (String name : known) {
                if (best.isEmpty() && isShortFor(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
                    best = name;
                }
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }

    /** Whether a text of four letters or more is another with letters left out after the first, such as geomMean. */
    private static boolean isShortFor(String given, String name) {
        if (given.length() < 4 || !name.startsWith(given.substring(0, 1))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < given.length(); i++) {
            at += name.charAt(i) == given.charAt(at) ? 1 : 0;
        }
        return at == given.length();
    }

    /** Edit distance with swaps of neighbours (Damerau 1964), in its simple form. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
