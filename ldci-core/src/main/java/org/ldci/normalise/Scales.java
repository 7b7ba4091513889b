package org.ldci.normalise;

import java.util.List;
import org.ldci.data.DataException;
import org.ldci.data.MetricColumn;
import org.ldci.internal.numeric.Moments;
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

    static void checkFinite(String method, String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(method + ": " + name + " must be finite but is " + value);
        }
    }

    static void checkPositive(String method, String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(method + ": " + name + " must be finite and above 0 but is " + value);
        }
    }

    static void checkBand(String method, double low, double high) {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    method + ": expected finite low <= high but got [" + low + ", " + high + "]");
        }
    }

    static void checkNamed(String method, String region) {
        if (region.isBlank()) {
            throw new IllegalArgumentException(method + ": the code of the reference region must not be blank");
        }
    }

    static void checkReference(String method, Reference reference, String region) {
        if (reference == Reference.REGION) {
            checkNamed(method, region);
        } else if (!region.isEmpty()) {
            throw new IllegalArgumentException(method + ": the reference is " + reference
                    + ", so no region must be named but '" + region + "' is");
        }
    }

    static void checkSteps(String method, List<Double> cuts, List<Double> scores) {
        if (scores.size() != cuts.size() + 1 || cuts.isEmpty()) {
            throw new IllegalArgumentException(
                    method + ": expected at least one cut and one score more than cuts but got " + cuts.size()
                            + " cuts and " + scores.size() + " scores");
        }
        checkAscending(method, "cuts", cuts);
        checkAscending(method, "scores", scores);
        scores.forEach(score -> checkFinite(method, "score", score));
    }

    private static void checkAscending(String method, String name, List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isNaN() || (i > 0 && values.get(i) < values.get(i - 1))) {
                throw new IllegalArgumentException(method + ": " + name + " must be ascending but are " + values);
            }
        }
    }

    /** The values that are not missing, of which there is at least one. */
    static double[] observed(Metric metric, MetricColumn oriented) {
        double[] observed = oriented.observed();
        if (observed.length == 0) {
            throw new DataException(nothingObserved(metric));
        }
        return observed;
    }

    /** Minimum and maximum, which differ. */
    static double[] range(Metric metric, MetricColumn oriented, String method) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < oriented.size(); i++) {
            double value = oriented.value(i);
            if (value < minimum) {
                minimum = value;
            }
            if (value > maximum) {
                maximum = value;
            }
        }
        if (minimum == maximum) {
            throw new DataException(constant(metric, oriented, method));
        }
        if (!(minimum < maximum)) {
            throw new DataException(nothingObserved(metric));
        }
        return new double[] {minimum, maximum};
    }

    /** The oriented value of one region. */
    static double valueOf(Metric metric, MetricColumn oriented, String region, String method) {
        for (int i = 0; i < oriented.size(); i++) {
            if (oriented.regions().get(i).code().equals(region)) {
                if (Double.isNaN(oriented.value(i))) {
                    throw new DataException("metric '" + metric.code() + "': the reference region '" + region + "' of "
                            + method + " has no value");
                }
                return oriented.value(i);
            }
        }
        throw new DataException("metric '" + metric.code() + "': the reference region '" + region + "' of " + method
                + " is not among the " + oriented.size() + " scored regions");
    }

    /** The oriented value of a reference. */
    static double reference(Metric metric, MetricColumn oriented, Reference reference, String region, String method) {
        if (reference == Reference.REGION) {
            observed(metric, oriented); // says if there is no value at all
            return valueOf(metric, oriented, region, method);
        } else if (reference == Reference.MEAN) {
            double[] observed = observed(metric, oriented);
            return Moments.mean(observed, 0, observed.length);
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < oriented.size(); i++) {
            double value = oriented.value(i);
            if (value < least) {
                least = value;
            }
            if (value > greatest) {
                greatest = value;
            }
        }
        if (least > greatest) {
            throw new DataException(nothingObserved(metric));
        }
        return reference == Reference.BEST ? greatest : least;
    }

    /** The first few codes of a list. */
    static String some(List<String> codes) {
        int shown = Math.min(codes.size(), 10);
        return String.join(", ", codes.subList(0, shown)) + (shown < codes.size() ? ", ..." : "");
    }
}
