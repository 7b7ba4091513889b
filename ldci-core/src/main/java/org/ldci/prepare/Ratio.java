package org.ldci.prepare;

/**
 * Divides by the denominator: {@code value / denominator * per}.
 *
 * <p>The denominator is another metric or the population of the region; per 1,000 people is {@code per} = 1,000. A denominator of
 * 0 or a missing one under an observed value is an error that names metric and region, raised by the engine. Source: OECD/JRC
 * Handbook on Constructing Composite Indicators (2008), step 5; Becker et al., COINr (2022), Denominate.
 */
public record Ratio() implements StandardDenomination {
    @Override
    public double apply(double value, double denominator, double per) {
        return value / denominator * per;
    }
}
