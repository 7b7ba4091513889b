package org.ldci.prepare;

/** The standard ways of screening regions. */
public final class Screenings {
    private Screenings() {}

    /**
     * Keeps every region: the default.
     *
     * @return {@link NoScreening}
     */
    public static Screening none() {
        return new NoScreening();
    }

    /**
     * Keeps regions with enough of all metrics.
     *
     * @param minimum the least share of metrics with a value, from 0 to 1
     * @return {@link CoverageScreening}
     * @throws IllegalArgumentException if the share is outside [0, 1]
     */
    public static Screening coverage(double minimum) {
        return new CoverageScreening(minimum, 0);
    }

    /**
     * Keeps regions with enough of all metrics, and enough inside each component.
     *
     * @param minimum the least share of all metrics with a value, from 0 to 1
     * @param minimumPerComponent the least share inside each component right below the index, from 0 to 1
     * @return {@link CoverageScreening}
     * @throws IllegalArgumentException if a share is outside [0, 1]
     */
    public static Screening coverage(double minimum, double minimumPerComponent) {
        return new CoverageScreening(minimum, minimumPerComponent);
    }
}
