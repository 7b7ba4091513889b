package org.ldci.internal.sampling;

/** Points that are uniform on a superset of a polytope of weights; immutable. */
interface Proposal {
    /**
     * Draws a point.
     *
     * @param draws where its randomness comes from
     * @param point receives the weights, if there is a point
     * @return false if this attempt gives none; the points of those that do are uniform
     */
    boolean draw(Draws draws, double[] point);
}
