package org.ldci.prepare;

/** The standard treatments of outliers. */
public final class Treatments {
    /** The default number of values that may be moved: 5. */
    public static final int MAXIMUM_POINTS = 5;

    /** The default least absolute skewness of an outlier case: 2. */
    public static final double SKEWNESS = 2;

    /** The default least excess kurtosis of an outlier case: 3.5. */
    public static final double KURTOSIS = 3.5;

    private Treatments() {}

    /**
     * Leaves every value as it is: the default.
     *
     * @return {@link NoTreatment}
     */
    public static Treatment none() {
        return new NoTreatment();
    }

    /**
     * Moves up to five extremes inwards, until |skewness| is below 2 or excess kurtosis below 3.5.
     *
     * @return {@link Winsorise}
     */
    public static Treatment winsorise() {
        return winsorise(MAXIMUM_POINTS, SKEWNESS, KURTOSIS);
    }

    /**
     * Moves extremes inwards until a check passes.
     *
     * @param maximumPoints the number of moved values at which to stop, at least 0
     * @param skewness the least absolute skewness of an outlier case, above 0
     * @param kurtosis the least excess kurtosis of an outlier case
     * @return {@link Winsorise}
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static Treatment winsorise(int maximumPoints, double skewness, double kurtosis) {
        return new Winsorise(maximumPoints, skewness, kurtosis);
    }

    /**
     * Winsorises as {@link #winsorise()}; where that does not suffice, takes logarithms instead, from the end that the
     * skewness points away from.
     *
     * @return {@link WinsoriseThenLog}
     */
    public static Treatment winsoriseThenLog() {
        return winsoriseThenLog(MAXIMUM_POINTS, SKEWNESS, KURTOSIS, LogForm.BY_SKEWNESS);
    }

    /**
     * Winsorises; where that does not suffice, takes logarithms instead.
     *
     * @param maximumPoints the number of moved values at which to give up winsorising, at least 0
     * @param skewness the least absolute skewness of an outlier case, above 0
     * @param kurtosis the least excess kurtosis of an outlier case
     * @param logForm from which end logarithms are taken
     * @return {@link WinsoriseThenLog}
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static Treatment winsoriseThenLog(int maximumPoints, double skewness, double kurtosis, LogForm logForm) {
        return new WinsoriseThenLog(maximumPoints, skewness, kurtosis, logForm);
    }
}
