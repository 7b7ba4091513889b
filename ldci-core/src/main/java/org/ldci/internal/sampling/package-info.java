/**
 * Random numbers, designs in the unit cube and inverse distribution functions with the same bits on every JVM.
 *
 * <p>Everything is found by its number, without state: replicate k is the same whichever thread or machine draws it, and
 * whatever was drawn before. Only additions, multiplications, divisions, square roots, integers and
 * {@link org.ldci.internal.numeric.Elementary} are used. Points lie strictly inside the unit cube, so that every inverse
 * distribution function is finite there.
 */
@NullMarked
package org.ldci.internal.sampling;

import org.jspecify.annotations.NullMarked;
