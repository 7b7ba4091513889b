package org.ldci.internal.numeric;
/** Stub. */
public final class Elementary {
    private Elementary() {}
    /** @param x x @return log */
    public static double log(double x) {
        return StrictMath.log(x);
    }
    /** @param x x @return exp */
    public static double exp(double x) {
        return StrictMath.exp(x);
    }
    /** @param x x @param y y @return pow */
    public static double pow(double x, double y) {
        return StrictMath.pow(x, y);
    }
}
