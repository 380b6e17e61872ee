/**
 * Decides which value a message gives each fact, or that it has to be asked back. It must not know commands, intents
 * or language models.
 */
@NullMarked
package dev.tunewise.reading.resolution;

import org.jspecify.annotations.NullMarked;
