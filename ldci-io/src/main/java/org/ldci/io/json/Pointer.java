package org.ldci.io.json;

/** JSON pointers, RFC 6901. */
public final class Pointer {
    private Pointer() {}

    /**
     * The pointer to a field of an object.
     *
     * @param path the pointer to the object
     * @param field the name of the field
     * @return the pointer
     */
    public static String child(String path, String field) {
        return path + "/" + Text.shortened(field.replace("~", "~0").replace("/", "~1"));
    }

    /**
     * The pointer to an element of a list.
     *
     * @param path the pointer to the list
     * @param position the position of the element, from 0
     * @return the pointer
     */
    public static String child(String path, int position) {
        return path + "/" + position;
    }
}
