/**
 * Puts the Slack adapter together: settings, wiring, background work and health. It must not hold advice, questions
 * or rules of the consultation, nor know the other channels.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack;
