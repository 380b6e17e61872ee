/**
 * Asks a language model behind an OpenAI-compatible endpoint for readings of text that the rules leave unread. It must not know conversations or channels,
 * and nothing it gets from the model counts before it was checked and a person confirmed it.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.proposal;
