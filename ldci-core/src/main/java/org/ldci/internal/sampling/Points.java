package org.ldci.internal.sampling;

/** A design: points of the unit cube by their number. Immutable and thread-safe; a point costs no allocation. */
public interface Points {
    /**
     * The number of coordinates of a point.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * A point: a function of its number alone.
     *
     * @param k the number, from 0
     * @param out receives the coordinates, each in [0, 1)
     * @param at where the first coordinate goes
     */
    void point(long k, double[] out, int at);
}
