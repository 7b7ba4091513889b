package org.ldci.io.json;

/** What stands in a tree where a document has no value that could be used. */
public enum Mark {
    /** The document says null, which no field takes. */
    NULL,
    /** There is a value, but a problem was reported for it already. */
    REFUSED;

    @Override
    public String toString() {
        return "null";
    }
}
