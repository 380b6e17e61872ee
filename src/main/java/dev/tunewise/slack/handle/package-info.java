/**
 * Turns decoded messages, commands, clicks and modals into inputs of a consultation, and shows the answers of
 * commands. It must not know HTTP, Socket Mode or signatures, nor hold rules of the consultation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.slack.handle;
