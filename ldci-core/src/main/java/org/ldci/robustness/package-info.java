/**
 * How sure a score is: uncertainty, sensitivity, rank acceptability and stability of an index under the choices that
 * could have been made otherwise.
 *
 * <p>A {@link org.ldci.robustness.RobustnessStudy} is a value: factors, each with its alternatives or its distribution, a
 * design, a number of replicates and a seed. Replicate k of it is a function of (seed, k) alone. The discrete choices of a
 * replicate select a scenario, which is scored once by the engine and kept; the weights of many replicates of one scenario
 * then run side by side, as a small matrix product. What replicates add to a result is counted in integers, so that parts
 * of a run merge exactly, in any order. Ranks in this package are competition ranks (1 and the number of regions ahead),
 * because rank acceptability is defined by them.
 */
@NullMarked
package org.ldci.robustness;

import org.jspecify.annotations.NullMarked;
