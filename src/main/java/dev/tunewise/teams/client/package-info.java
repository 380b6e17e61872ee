/**
 * Calls the Bot Framework connector within its rate limits, at Microsoft's own hosts only. It must not know posts,
 * cards or consultations.
 */
@NullMarked
package dev.tunewise.teams.client;

import org.jspecify.annotations.NullMarked;
