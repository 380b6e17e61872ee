/**
 * Calls Slack's Web API as the bot of a workspace, and asks it about channels and people. It must not know posts,
 * blocks or consultations.
 */
@NullMarked
package dev.tunewise.slack.client;

import org.jspecify.annotations.NullMarked;
