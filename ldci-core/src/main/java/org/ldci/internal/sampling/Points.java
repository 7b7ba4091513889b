package org.ldci.internal.sampling;

/**
 * A design: points in the open unit cube, each found by its number.
 *
 * <p>The k-th point is a function of k alone, allocates nothing and is never on the border of the cube. Immutable and
 * thread-safe.
 */
public interface Points {
    /**
     * The number of coordinates of a point.
     *
     * @return the dimension, from 1
     */
    int dimension();

    /**
     * Writes a point.
     *
     * @param k its number, from 0
     * @param out takes the coordinates, each in (0, 1)
     * @param at where the first of them goes
     * @throws IndexOutOfBoundsException if there is no such point, or no room for it
     */
    void point(long k, double[] out, int at);
}
