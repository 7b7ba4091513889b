package org.ldci.data;

/**
 * What is known of a cell beside its value. Missing is never zero: a cell without a value says why.
 *
 * <p>The statuses follow the shorthand of the UK Government Statistical Service and SDMX's code list CL_OBS_STATUS.
 */
public enum CellStatus {
    /** A plain value. */
    OBSERVED(true, false),
    /** A value of low reliability, marked {@code [u]}: used, and flagged. */
    LOW_RELIABILITY(true, false),
    /** A value that its publisher estimated, marked {@code [e]}: used, and flagged. */
    ESTIMATED(true, false),
    /** A provisional value, marked {@code [p]}: used, and flagged. */
    PROVISIONAL(true, false),
    /** A revised value, marked {@code [r]}. */
    REVISED(true, false),
    /** A forecast, marked {@code [f]}: used, and flagged. */
    FORECAST(true, false),
    /** A value after a break in the series, marked {@code [b]}: used, and flagged. */
    BREAK(true, false),
    /** A value that is small, not zero, and was rounded to zero, marked {@code [low]}: used as printed, and flagged. */
    LOW_ROUNDED_TO_ZERO(true, false),
    /** A value that this library, or the user, put in place of a missing one: used, and flagged. */
    IMPUTED(true, false),
    /** The value exists and is hidden, marked {@code [c]}: missing. */
    SUPPRESSED(false, true),
    /** Not collected or not available, marked {@code [x]}: missing. */
    NOT_AVAILABLE(false, true),
    /** Cannot exist here, marked {@code [z]}: never imputed, and no mark against the region's coverage. */
    NOT_APPLICABLE(false, false),
    /** Missing for a reason that is not known. */
    MISSING_UNSPECIFIED(false, true);

    private static final CellStatus[] VALUES = values();

    private final boolean hasValue;
    private final boolean imputable;

    CellStatus(boolean hasValue, boolean imputable) {
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

    static CellStatus of(byte ordinal) {
        return VALUES[ordinal];
    }
}
