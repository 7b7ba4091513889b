package org.ldci.robustness;

/** A number that a replicate gives, for which a sensitivity analysis says what moves it. */
public sealed interface Target {
    /**
     * How tables call it.
     *
     * @return the label
     */
    String label();

    /**
     * The mean over regions of the distance from the nominal rank (OECD/JRC Handbook 2008, equation 38).
     *
     * @return the target
     */
    static Target meanRankShift() {
        return new MeanRankShift();
    }

    /**
     * The score of a region.
     *
     * @param region the code or an alias of the region
     * @return the target
     */
    static Target score(String region) {
        return new RegionScore(region);
    }

    /**
     * The rank of a region.
     *
     * @param region the code or an alias of the region
     * @return the target
     */
    static Target rank(String region) {
        return new RegionRank(region);
    }

    /** See {@link #meanRankShift()}. */
    record MeanRankShift() implements Target {
        @Override
        public String label() {
            return "mean absolute rank shift";
        }
    }

    /**
     * See {@link #score(String)}.
     *
     * @param region the code or an alias of the region
     */
    record RegionScore(String region) implements Target {
        @Override
        public String label() {
            return "score of " + region;
        }
    }

    /**
     * See {@link #rank(String)}.
     *
     * @param region the code or an alias of the region
     */
    record RegionRank(String region) implements Target {
        @Override
        public String label() {
            return "rank of " + region;
        }
    }
}
