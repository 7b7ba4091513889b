package org.ldci.prepare;

/** The standard ways of filling missing cells. */
public final class Imputations {
    private Imputations() {}

    /**
     * Fills nothing: the default.
     *
     * @return {@link NoImputation}
     */
    public static Imputation none() {
        return new NoImputation();
    }

    /**
     * Fills with the mean of the metric.
     *
     * @return {@link CentreImputation}
     */
    public static Imputation mean() {
        return new CentreImputation(Centre.MEAN);
    }

    /**
     * Fills with the median of the metric.
     *
     * @return {@link CentreImputation}
     */
    public static Imputation median() {
        return new CentreImputation(Centre.MEDIAN);
    }

    /**
     * Fills with the mean of the metric over the regions with the same parent.
     *
     * @return {@link GroupImputation}
     */
    public static Imputation groupMean() {
        return groupMean(GroupImputation.BY_PARENT);
    }

    /**
     * Fills with the mean of the metric over the regions of the same group.
     *
     * @param grouping the name of the grouping among the regions' groups
     * @return {@link GroupImputation}
     * @throws IllegalArgumentException if the grouping is blank
     */
    public static Imputation groupMean(String grouping) {
        return new GroupImputation(Centre.MEAN, grouping);
    }

    /**
     * Fills with the median of the metric over the regions with the same parent.
     *
     * @return {@link GroupImputation}
     */
    public static Imputation groupMedian() {
        return groupMedian(GroupImputation.BY_PARENT);
    }

    /**
     * Fills with the median of the metric over the regions of the same group.
     *
     * @param grouping the name of the grouping among the regions' groups
     * @return {@link GroupImputation}
     * @throws IllegalArgumentException if the grouping is blank
     */
    public static Imputation groupMedian(String grouping) {
        return new GroupImputation(Centre.MEDIAN, grouping);
    }
}
