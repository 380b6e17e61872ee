/**
 * Puts the Teams adapter together: wiring and background work. It must not hold advice, wording or rules of the
 * consultation, nor know the other channels.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams;
