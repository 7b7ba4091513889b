package org.ldci.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time: its label, its first day, and the day after its last. Ordered by start, then end, then label.
 *
 * @param label how people write it, as in "2023-24"
 * @param start the first day
 * @param end the day after the last, after {@code start}
 */
public record Period(String label, LocalDate start, LocalDate end) implements Comparable<Period> {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})[-/](\\d{2}|\\d{4})");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})[-/](\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[- ]?Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-M?(0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INTERVAL = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T00:00:00)?/(P[0-9YMD]+)");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the label is blank or the end is not after the start
     */
    public Period {
        if (label.isBlank()) {
            throw new IllegalArgumentException("the label of a period must not be blank");
        }
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "period '" + label + "': the end " + end + " must be after the start " + start);
        }
    }

    /**
     * A calendar year.
     *
     * @param year the year
     * @return the period from 1 January to 31 December
     */
    public static Period year(int year) {
        return new Period(Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    /**
     * Reads a period.
     *
     * <p>Understood: a year ({@code 2024}), a financial year from April ({@code 2023-24}, {@code 2023/24}), several
     * calendar years, both included ({@code 2013-2015}), a quarter ({@code 2024-Q1}), a month ({@code 2024-07}), a day
     * ({@code 2024-07-01}) and an ISO 8601 start with a length ({@code 2013-04-17/P1Y}). A month is told from a financial
     * year by its number: {@code 2011-12} is December 2011, so write that financial year {@code 2011/12}.
     *
     * @param text the text; blanks around it are ignored
     * @return the period, labelled with the text
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Period parse(String text) {
        String label = text.strip();
        try {
            Matcher m = YEAR.matcher(label);
            if (m.matches()) {
                return year(Integer.parseInt(label));
            }
            m = QUARTER.matcher(label);
            if (m.matches()) {
                LocalDate start = LocalDate.of(number(m, 1), 3 * number(m, 2) - 2, 1);
                return new Period(label, start, start.plusMonths(3));
            }
            m = MONTH.matcher(label);
            if (m.matches()) {
                LocalDate start = LocalDate.of(number(m, 1), number(m, 2), 1);
                return new Period(label, start, start.plusMonths(1));
            }
            m = YEARS.matcher(label);
            if (m.matches()) {
                return new Period(label, LocalDate.of(number(m, 1), 1, 1), LocalDate.of(number(m, 2) + 1, 1, 1));
            }
            m = FINANCIAL_YEAR.matcher(label);
            if (m.matches() && (number(m, 1) + 1) % 100 == number(m, 2)) {
                LocalDate start = LocalDate.of(number(m, 1), 4, 1);
                return new Period(label, start, start.plusYears(1));
            }
            if (DATE.matcher(label).matches()) {
                LocalDate start = LocalDate.parse(label);
                return new Period(label, start, start.plusDays(1));
            }
            m = INTERVAL.matcher(label);
            if (m.matches()) {
                LocalDate start = LocalDate.parse(Objects.requireNonNull(m.group(1)));
                return new Period(label, start, start.plus(java.time.Period.parse(Objects.requireNonNull(m.group(2)))));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("period '" + label + "': " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("period '" + label
                + "' is none of 2024, 2023-24, 2013-2015, 2024-Q1, 2024-07, 2024-07-01, 2013-04-17/P1Y");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(Objects.requireNonNull(matcher.group(group)));
    }

    @Override
    public int compareTo(Period other) {
        int byStart = start.compareTo(other.start);
        int byEnd = byStart != 0 ? byStart : end.compareTo(other.end);
        return byEnd != 0 ? byEnd : label.compareTo(other.label);
    }

    @Override
    public String toString() {
        return label;
    }
}
