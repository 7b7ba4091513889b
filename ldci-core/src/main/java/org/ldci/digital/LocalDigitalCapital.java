package org.ldci.digital;

import java.util.List;
import java.util.Map;
import org.ldci.aggregate.Aggregators;
import org.ldci.definition.IndexDefinition;
import org.ldci.definition.IndexDefinitionBuilder;
import org.ldci.definition.Methodology;
import org.ldci.model.Component;
import org.ldci.model.Geography;
import org.ldci.model.Region;
import org.ldci.normalise.Normalisers;
import org.ldci.prepare.Treatments;
import org.ldci.weight.WeightingSchemes;

/**
 * What a place needs to benefit from digital technology, in eight components, as techUK defined them after its digital
 * dialogues (Strengthening Local Digital Capital, 2020).
 *
 * <p>The components are data, not an enum: add, drop or rename them. The publisher's own normalisation, weights,
 * aggregation and rule for missing data are not public; the methodologies here are this library's, stated and switchable.
 */
public final class LocalDigitalCapital {
    /** The level of the regions: International Territorial Level 1, January 2021. */
    public static final String LEVEL = "ITL1";

    private LocalDigitalCapital() {}

    /**
     * The eight components without metrics: each declared and not yet measured.
     *
     * @return the components in the order of the library's documentation, each of weight 1
     */
    public static List<Component> components() {
        return List.of(
                component(
                        "skills",
                        "Digital Skills",
                        "From basic online access to the most advanced computing skills, for everyone."),
                component(
                        "adoption", "Digital Adoption", "Uptake of technology, mostly software, by firms and people."),
                component(
                        "data",
                        "Data Ecosystems",
                        "Access to data sets and interfaces from which firms and citizens gain insight."),
                component(
                        "infrastructure",
                        "Digital Infrastructure",
                        "The physical base: speed and reach of fixed and mobile networks, data centres."),
                component(
                        "finance",
                        "Finance & Investment",
                        "Availability of loans and capital for the firms of a place."),
                component(
                        "research",
                        "Research & Innovation",
                        "Funding and structure of longer-term investment in new ideas."),
                component(
                        "trade",
                        "Trade Support",
                        "Guidance that lets smaller firms export, and openness to trade and investment in fact."),
                component(
                        "collaboration",
                        "Collaboration & Coordination",
                        "How well public, private and third-sector bodies, clusters and universities work together."));
    }

    private static Component component(String code, String name, String definition) {
        return Component.builder(code).name(name).definition(definition).build();
    }

    /**
     * The default methodology: winsorise then log, min-max to [1, 100], equal weights, arithmetic means inside the
     * components and a geometric mean across them, since the components are meant to reinforce one another and a gap in one
     * is only partly made good by strength in another.
     *
     * @return the methodology
     */
    public static Methodology methodology() {
        return compensatory().toBuilder()
                .aggregateLevels(Map.of(0, Aggregators.geometricMean()))
                .build();
    }

    /**
     * The fully compensatory variant: the same with an arithmetic mean across the components as well.
     *
     * @return the methodology
     */
    public static Methodology compensatory() {
        return Methodology.builder()
                .treat(Treatments.winsoriseThenLog())
                .normalise(Normalisers.minMax(1, 100))
                .weigh(WeightingSchemes.equal())
                .aggregate(Aggregators.arithmeticMean())
                .build();
    }

    /**
     * Starts a definition with the default methodology and no component yet.
     *
     * @return a builder
     */
    public static IndexDefinitionBuilder builder() {
        return IndexDefinition.named("ldci").name("Local Digital Capital Index").method(methodology());
    }

    /**
     * The twelve regions and nations of the United Kingdom, by ITL code with the GSS code as alias.
     *
     * <p>Source: Office for National Statistics, International Territorial Levels (January 2021), Open Government Licence v3.
     *
     * @return a geography of one level, {@value #LEVEL}
     */
    public static Geography regions() {
        return Geography.of(List.of(
                region("TLC", "North East", "E12000001"),
                region("TLD", "North West", "E12000002"),
                region("TLE", "Yorkshire and The Humber", "E12000003"),
                region("TLF", "East Midlands", "E12000004"),
                region("TLG", "West Midlands", "E12000005"),
                region("TLH", "East of England", "E12000006"),
                region("TLI", "London", "E12000007"),
                region("TLJ", "South East", "E12000008"),
                region("TLK", "South West", "E12000009"),
                region("TLL", "Wales", "W92000004"),
                region("TLM", "Scotland", "S92000003"),
                region("TLN", "Northern Ireland", "N92000002")));
    }

    private static Region region(String itl, String name, String gss) {
        return Region.builder(itl).name(name).level(LEVEL).addAliases(gss).build();
    }
}
