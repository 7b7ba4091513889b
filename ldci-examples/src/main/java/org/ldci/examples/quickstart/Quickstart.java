package org.ldci.examples.quickstart;

import org.ldci.definition.IndexDefinition;
import org.ldci.engine.CompositeIndex;
import org.ldci.engine.IndexResult;
import org.ldci.examples.data.UkRegions;

/** A ranked table, and why the West Midlands stand where they stand. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Prints the table and the explanation.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        IndexDefinition ldci = UkRegions.definition();
        IndexResult result = CompositeIndex.of(ldci).score(UkRegions.dataset());
        result.print();
        System.out.println();
        result.explain("TLG").print();
    }
}
