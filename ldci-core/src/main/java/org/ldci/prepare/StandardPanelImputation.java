package org.ldci.prepare;

/** The imputations over time that come with the library. */
public sealed interface StandardPanelImputation extends PanelImputation
        permits NoPanelImputation, CarryForward, CarryBackward, Interpolation {}
