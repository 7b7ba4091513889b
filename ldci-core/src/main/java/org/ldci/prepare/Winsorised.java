package org.ldci.prepare;

/**
 * The fitted treatment that moves values beyond two bounds onto them.
 *
 * @param lower the least value that stays as it is
 * @param upper the greatest value that stays as it is
 */
public record Winsorised(double lower, double upper) implements StandardFittedTreatment {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if not {@code lower <= upper}
     */
    public Winsorised {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "winsorised: expected lower <= upper but got [" + lower + ", " + upper + "]");
        }
    }

    @Override
    public double apply(double value) {
        return value < lower ? lower : value > upper ? upper : value;
    }

    @Override
    public String description() {
        return "winsorised to [" + lower + ", " + upper + "]";
    }
}
