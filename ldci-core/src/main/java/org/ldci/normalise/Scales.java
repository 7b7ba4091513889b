package org.ldci.normalise;

import org.ldci.data.MetricColumn;
import org.ldci.model.Direction;
import org.ldci.model.Metric;

/** What the normalisers share: checks of the ends of a scale, and the words for data that leave a scale undefined. */
final class Scales {
    private Scales() {}

    static void checkEnds(String method, double lower, double upper) {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
            throw new IllegalArgumentException(
                    method + ": expected finite lower < upper but got [" + lower + ", " + upper + "]");
        }
    }

    static boolean allEqual(double[] observed) {
        for (double value : observed) {
            if (value != observed[0]) {
                return false;
            }
        }
        return true;
    }

    static String nothingObserved(Metric metric) {
        return "metric '" + metric.code() + "': has no value in any scored region";
    }

    static String constant(Metric metric, MetricColumn oriented, String method) {
        double[] observed = oriented.observed();
        String value = Double.toString(observed[0] * metric.direction().sign() + 0.0);
        if (observed.length == 1) {
            return "metric '" + metric.code() + "': only one region has a value (" + value + "), so " + method
                    + " has no scale; normalise it by goalposts or leave it out";
        }
        return "metric '" + metric.code() + "': is constant (" + value + " in all " + observed.length + " regions), so "
                + method + " has no scale; normalise it by goalposts or leave it out";
    }

    /** The raw value of an end of the scale as an oriented one. */
    static double orient(double raw, Direction direction) {
        return direction.sign() * raw;
    }
}
