/**
 * Decides which value a message gives each fact, or that it has to be asked back. It must not know commands, intents
 * or language models.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.resolution;
