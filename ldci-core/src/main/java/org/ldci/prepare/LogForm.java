package org.ldci.prepare;

/** From which end of the values logarithms are taken, with r = 0.01 (max - min). */
public enum LogForm {
    /** By the sign of the skewness: {@code ln(x - min + r)} if it is positive, {@code -ln(max - x + r)} if not. */
    BY_SKEWNESS,
    /** Always {@code ln(x - min + r)}, which makes a negative skewness worse. */
    FROM_MINIMUM
}
