/**
 * The figures of price entries by their names in the files: what they are, how they change, and which changes look like a mistake. It
 * must not know catalogues, LiteLLM's file as a whole or how prices are shown.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.figure;
