package org.ldci.robustness;

import org.ldci.internal.sampling.Points;

/** Every combination of alternatives once: point k has the digits of k, the first factor changing fastest. */
final class FactorialPoints implements Points {
    private final int[] alternatives;

    FactorialPoints(RobustnessStudy study) {
        alternatives = study.factors().stream()
                .mapToInt(factor ->
                        factor instanceof Choice choice ? choice.alternatives().size() : 1)
                .toArray();
    }

    @Override
    public int dimension() {
        return alternatives.length;
    }

    @Override
    public void point(long k, double[] out, int at) {
        long rest = k;
        for (int d = 0; d < alternatives.length; d++) {
            out[at + d] = (rest % alternatives[d] + 0.5) / alternatives[d];
            rest /= alternatives[d];
        }
    }
}
