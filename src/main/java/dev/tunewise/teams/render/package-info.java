/**
 * Renders neutral posts as Adaptive Cards 1.5 and reads the codes that clicks bring back. It must not know HTTP,
 * tokens or what the words are about.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.render;
