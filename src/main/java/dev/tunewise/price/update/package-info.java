/**
 * Compares catalogues and imports LiteLLM's prices as an operator's file. It must not know tables or any channel.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price.update;
