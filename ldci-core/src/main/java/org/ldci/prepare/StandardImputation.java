package org.ldci.prepare;

/** The ways of imputing that come with the library. */
public sealed interface StandardImputation extends Imputation permits NoImputation, CentreImputation, GroupImputation {}
