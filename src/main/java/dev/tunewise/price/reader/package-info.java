/**
 * Turns the entries of price files into offers and collects every problem. It must not know where the files lie, nor
 * LiteLLM's format.
 */
@NullMarked
package dev.tunewise.price.reader;

import org.jspecify.annotations.NullMarked;
