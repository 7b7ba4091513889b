/**
 * Documents as trees: JSON and YAML in and out, and a strict look at the fields of an object.
 *
 * <p>A tree is made of plain values: {@link java.util.Map} in the order of the document, {@link java.util.List},
 * {@link java.lang.String}, {@link java.lang.Boolean}, {@link java.lang.Integer}, {@link java.lang.Double} and
 * {@link org.ldci.io.json.Mark}. Problems are collected, never thrown, so that a document is reported as a whole. Jackson
 * finds the tokens; nothing is bound to classes.
 */
@NullMarked
package org.ldci.io.json;

import org.jspecify.annotations.NullMarked;
