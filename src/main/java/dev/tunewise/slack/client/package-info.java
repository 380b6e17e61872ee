/**
 * Calls Slack's Web API as the bot of a workspace, and asks it about channels and people. It must not know posts,
 * blocks or consultations.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.client;
