/**
 * Calls the Bot Framework connector within its rate limits, at Microsoft's own hosts only. It must not know posts,
 * cards or consultations.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.teams.client;
