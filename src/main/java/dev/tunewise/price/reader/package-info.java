/**
 * Turns the entries of price files into offers and collects every problem. It must not know where the files lie, nor
 * LiteLLM's format.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.reader;
