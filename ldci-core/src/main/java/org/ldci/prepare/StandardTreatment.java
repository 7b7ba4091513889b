package org.ldci.prepare;

/** The treatments that come with the library. */
public sealed interface StandardTreatment extends Treatment permits NoTreatment, Winsorise, WinsoriseThenLog {}
