/**
 * Draws neutral posts as Adaptive Cards 1.5 and reads what people click on them. It must not know HTTP, tokens or what the words are about.
 */
@NullMarked
package dev.tunewise.teams.card;

import org.jspecify.annotations.NullMarked;
