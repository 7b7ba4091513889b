package org.ldci.data;

/**
 * What is known of a cell beside its value. Missing is never zero: a cell without a value says why.
 *
 * <p>The statuses follow the shorthand of the UK Government Statistical Service and SDMX's code list CL_OBS_STATUS.
 */
public enum CellStatus {
    /** A plain value. */
    OBSERVED(0, true, false),
    /** A value of low reliability, marked {@code [u]}: used, and flagged. */
    LOW_RELIABILITY(1, true, false),
    /** A value that its publisher estimated, marked {@code [e]}: used, and flagged. */
    ESTIMATED(2, true, false),
    /** A provisional value, marked {@code [p]}: used, and flagged. */
    PROVISIONAL(3, true, false),
    /** A revised value, marked {@code [r]}. */
    REVISED(4, true, false),
    /** A forecast, marked {@code [f]}: used, and flagged. */
    FORECAST(5, true, false),
    /** A value after a break in the series, marked {@code [b]}: used, and flagged. */
    BREAK(6, true, false),
    /** A value that is small, not zero, and was rounded to zero, marked {@code [low]}: used as printed, and flagged. */
    LOW_ROUNDED_TO_ZERO(7, true, false),
    /** A value that this library, or the user, put in place of a missing one: used, and flagged. */
    IMPUTED(8, true, false),
    /** The value exists and is hidden, marked {@code [c]}: missing. */
    SUPPRESSED(9, false, true),
    /** Not collected or not available, marked {@code [x]}: missing. */
    NOT_AVAILABLE(10, false, true),
    /** Cannot exist here, marked {@code [z]}: never imputed, and no mark against the region's coverage. */
    NOT_APPLICABLE(11, false, false),
    /** Missing for a reason that is not known. */
    MISSING_UNSPECIFIED(12, false, true);

    private static final CellStatus[] VALUES = values();

    private final byte code;
    private final boolean hasValue;
    private final boolean imputable;

    /** The code stands in datasets and their digests, so it never changes; it is the place among {@link #values()}. */
    CellStatus(int code, boolean hasValue, boolean imputable) {
        this.code = (byte) code;
        this.hasValue = hasValue;
        this.imputable = imputable;
    }

    /**
     * Whether a cell of this status holds a value.
     *
     * @return true if the value takes part in the score
     */
    public boolean hasValue() {
        return hasValue;
    }

    /**
     * Whether an imputation may fill a cell of this status.
     *
     * @return true for missing cells other than {@link #NOT_APPLICABLE}
     */
    public boolean imputable() {
        return imputable;
    }

    byte code() {
        return code;
    }

    static CellStatus of(byte code) {
        return VALUES[code];
    }
}
